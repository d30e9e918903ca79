package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.oracle.RemarkDraw;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A line of a hunk that begins with a backslash ends no command, wherever it stands.
 *
 * <p>{@code -Dreroll.remarks.draws=N} sets how many hunks, {@code -Dreroll.remarks.seed=S} the
 * first seed.
 */
class RemarkTest {
  private static final int STANDARD_DRAWS = 25;
  private static final long STANDARD_SEED = 20261201L;

  /** Each takes a mailbox with two versions. */
  private static final List<String> COMMANDS =
      List.of("diff", "interdiff", "html", "review", "mail", "versions");

  private final Path folder;
  private final Mails mails;

  RemarkTest(@TempDir Path folder) {
    this.folder = folder;
    this.mails = new Mails(folder);
  }

  @Test
  void drawnHunksEndNoCommand() {
    int draws = Integer.getInteger("reroll.remarks.draws", STANDARD_DRAWS);
    long first = Long.getLong("reroll.remarks.seed", STANDARD_SEED);
    System.out.println("remarks in commands: " + draws + " hunks from seed " + first);
    for (long seed = first; seed < first + draws; seed++) {
      RemarkDraw one = RemarkDraw.draw(seed);
      RemarkDraw other = RemarkDraw.draw(seed + 1_000_000);
      String before = series("PATCH", one, one.diff());
      mails.write("both.mbox", before + series("PATCH v2", one, other.diff()));
      for (String command : COMMANDS) {
        Run.Result result =
            new Run(folder).with("EMAIL", "robin@example.org").of(command, "both.mbox");
        assertThat(result.exitCode()).as(seed + " " + command + result.err()).isIn(0, 3, 5);
      }
    }
  }

  @Test
  void lineThatIsNoRemarkIsReadAsTheRestOfTheOneBefore() throws IOException {
    Run.Result result = interdiff("-b\n+B\n\\text\n c\n");
    assertThat(result.out()).contains("\n-B \\text\n+C\n").endsWith(" c\n");
    assertThat(result.err()).contains("a line of a hunk is wrapped");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void remarkInTheMiddleJoinsTwoLines() {
    Run.Result result = interdiff("-b\n+B\n\\ Kein Zeilenumbruch am Dateiende.\n c\n");
    assertThat(result.out()).contains("\n-Bc\n+C\n+c\n").doesNotContain("\\");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void remarkBeforeTheFirstLineIsPassedOver() {
    Run.Result result = interdiff("\\ No newline at end of file\n-b\n+B\n c\n");
    assertThat(result.out()).contains("\n-B\n+C\n c\n").doesNotContain("\\");
  }

  /** Compares a version whose second patch has the lines {@code hunk} with one that has others. */
  private Run.Result interdiff(String hunk) {
    String head = "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n";
    RemarkDraw base = new RemarkDraw("b\nc\n", "");
    mails.write("v1.mbox", series("PATCH", base, head + hunk));
    mails.write("v2.mbox", series("PATCH v2", base, head + "-b\n+C\n c\n"));
    return new Run(folder).of("interdiff", "v1.mbox", "v2.mbox");
  }

  /** Returns a version that adds a file, and changes it with {@code diff}. */
  private static String series(String tag, RemarkDraw file, String diff) {
    String base = file.base().endsWith("\n") ? file.base() : file.base() + "\n";
    String end = file.base().endsWith("\n") ? "" : "\\ No newline at end of file\n";
    String added =
        "diff --git a/f b/f\nnew file mode 100644\n--- /dev/null\n+++ b/f\n@@ -0,0 +1,"
            + base.lines().count()
            + " @@\n+"
            + base.strip().replace("\n", "\n+")
            + "\n"
            + end;
    return mail(tag + " 1/2", "add the file", added) + mail(tag + " 2/2", "change it", diff);
  }

  private static String mail(String tag, String title, String diff) {
    return "From mboxrd@z Thu Jan  1 00:00:00 1970\n"
        + "From: Mira Holt <mira.holt@example.org>\n"
        + "Date: Mon, 02 Mar 2026 10:00:00 +0000\n"
        + ("Subject: [" + tag + "] " + title + "\n")
        + ("Message-ID: <" + tag.replaceAll("\\W+", "-") + "@example.org>\n\n---\n")
        + (diff + "\n");
  }
}
