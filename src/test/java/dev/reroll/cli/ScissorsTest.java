package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mailinfo.scissors}, and the patches in answers that are named. */
class ScissorsTest {
  private static final String MAIL =
      """
      From %1$s Mon Sep 17 00:00:00 2001
      From: Ada Example <ada@example.org>
      Subject: %2$s
      Message-ID: <%1$s@example.org>
      Date: Mon, 0%3$d Feb 2026 08:00:00 +0000
      %4$s
      %5$s
      diff --git a/f b/f
      --- a/f
      +++ b/f
      @@ -1,3 +1,3 @@
       first line of the file
      -second line of the file
      +second line of it all
       third line of the file

      """;

  @TempDir Path folder;

  private void write(String name, String... mails) throws IOException {
    Files.writeString(folder.resolve(name), String.join("", mails));
  }

  private static String patch(String id, String subject, int day, String message) {
    return MAIL.formatted(id, subject, day, "", message);
  }

  @Test
  void whatStandsAboveScissorsIsDroppedWhereGitWouldDropIt() throws IOException {
    write("v1.mbox", patch("a", "[PATCH] f: second", 2, "Why.\n---"));
    write("v2.mbox", patch("b", "[PATCH v2] f: second", 3, "Hello all,\n\n-- >8 --\nWhy.\n---"));

    assertThat(new Run(folder).diff("-s", "v1.mbox", "v2.mbox").out()).contains(" ! 1:  ");
    for (String yes : new String[] {"true", "Yes", "1"}) {
      Run run =
          new Run(folder)
              .with("GIT_CONFIG_COUNT", "1")
              .with("GIT_CONFIG_KEY_0", "mailinfo.scissors")
              .with("GIT_CONFIG_VALUE_0", yes);
      assertThat(run.diff("-s", "v1.mbox", "v2.mbox").out()).as(yes).contains(" = 1:  ");
    }
  }

  @Test
  void theWholePatchInAnAnswerIsComparedWhereItIsNamed() throws IOException {
    String reply =
        MAIL.formatted(
            "r", "Re: [PATCH] f: second", 4, "In-Reply-To: <a@example.org>", "Or so.\n---");
    write("list.mbox", patch("a", "[PATCH] f: second", 2, "Why.\n---"), reply);
    write("r.mbox", reply);

    assertThat(
            new Run(folder)
                .diff("-s", "--mbox", "list.mbox", "a@example.org", "r@example.org")
                .out())
        .contains("1:  ", " ! 1:  ");
    write("v1.mbox", patch("a", "[PATCH] f: second", 2, "Why.\n---"));
    assertThat(new Run(folder).diff("-s", "v1.mbox", "r.mbox").out()).contains(" ! 1:  ");
    assertThat(new Run(folder).diff("list.mbox").err()).contains("only one version");
  }
}
