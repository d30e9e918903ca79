package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cover letters whose paragraphs are long, such as changelogs without blank lines. */
class LongCoverTest {
  private static final int PARAGRAPH_COUNT = 12;

  @TempDir private Path folder;

  private static String cover(String tag, String word) {
    String text =
        IntStream.range(0, PARAGRAPH_COUNT)
            .mapToObj(i -> lines(i).replace("word-7 ", word + " "))
            .collect(Collectors.joining("\n\n"));
    return """
    From mboxrd@z Thu Jan  1 00:00:00 1970
    From: Mira Holt <mira.holt@example.org>
    Date: Mon, 02 Mar 2026 09:00:00 +0000
    Subject: [%1$s] one series
    Message-ID: <cover-%2$s@example.org>

    %3$s

    """
        .formatted(tag, word, text);
  }

  /** Returns a paragraph of about 5,000 characters, no two of which are alike. */
  private static String lines(int number) {
    return IntStream.range(0, 400)
        .mapToObj(i -> (i == 7 ? "word-" : "p" + number + "x") + i + (i % 8 == 7 ? " \n" : " "))
        .collect(Collectors.joining())
        .strip();
  }

  @Test
  void wordThatChangedInEachIsShown() {
    new Mails(folder)
        .write("v1.mbox", cover("PATCH 0/1", "old") + Mails.patch("PATCH 1/1", "one", "new"))
        .write("v2.mbox", cover("PATCH v2 0/1", "new") + Mails.patch("PATCH v2 1/1", "one", "new"));
    String review = new Run(folder).of("review", "v1.mbox", "v2.mbox").out();
    assertThat(review.split("\\Q[-old-]{+new+}\\E", -1)).hasSize(PARAGRAPH_COUNT + 1);
  }
}
