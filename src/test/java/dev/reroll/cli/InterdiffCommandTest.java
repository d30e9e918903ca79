package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.reroll.bytes.Octets;
import dev.reroll.patch.DiffParser;
import dev.reroll.patch.Patch;
import dev.reroll.problem.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code reroll interdiff} makes of its options; what it prints is held against git. */
class InterdiffCommandTest {
  private final Path folder;

  InterdiffCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    for (String side : new String[] {"v1", "v2"}) {
      Files.copy(
          Sample.ALL.resolve("code-changed").resolve(side + ".mbox"),
          folder.resolve(side + ".mbox"));
      Files.copy(
          Sample.ALL.resolve("rebased").resolve(side + ".mbox"),
          folder.resolve("rebased-" + side + ".mbox"));
    }
  }

  @Test
  void diffstatStandsBeforeTheDiff() {
    String stat = interdiff("--stat", "v1.mbox", "v2.mbox").out();
    String diff = interdiff("--no-stat", "v1.mbox", "v2.mbox").out();
    assertThat(stat).endsWith(" 2 files changed, 9 insertions(+), 2 deletions(-)\n");
    assertThat(diff).startsWith("diff --git a/Documentation/hwmon/tarn47.rst b/");
    assertThat(interdiff("v1.mbox", "v2.mbox").out()).isEqualTo(stat + "\n" + diff);
  }

  @Test
  void onePatchIsComparedWithItsCounterpart() {
    Run.Result result = interdiff("--stat", "--patch=4", "v1.mbox", "v2.mbox");
    assertThat(result.out())
        .isEqualTo(
            """
             Documentation/hwmon/tarn47.rst | 2 +-
             1 file changed, 1 insertion(+), 1 deletion(-)
            """);
    assertThat(interdiff("--patch=1", "v1.mbox", "v2.mbox").err())
        .endsWith("the end results are the same\n");
  }

  @Test
  void patchThatIsNotThereIsRefused() {
    Run.Result result = interdiff("--patch=9", "v1.mbox", "v2.mbox");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).endsWith("error: v2 has no patch 9, it has 4\n");
  }

  @Test
  void hintsAreWordedForThisCommand() {
    assertThat(interdiff("-g", "nowhere", "v1.mbox", "v2.mbox").err())
        .endsWith(
            """
            error: no git repository in 'nowhere'
            hint: reroll interdiff --help
            """);
  }

  @Test
  void whatCannotBeComparedIsSaid() {
    Run.Result result = interdiff("rebased-v1.mbox", "rebased-v2.mbox");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("warning: fs/larkfs/dir.c: v1 starts from 599f3d3, v2 from 7233831\n")
        .contains("error: the end results of v1 and v2 cannot be compared from the mails alone: ");
  }

  @Test
  void filesThatCanBeComparedAreShownBesideOthers() throws IOException {
    String v2 = Files.readString(folder.resolve("v2.mbox"));
    Files.writeString(
        folder.resolve("other.mbox"),
        v2.replaceFirst("index \\w+\\.\\.(\\w+ 100644\n--- a/Doc)", "index 9999999..$1"));
    Run.Result result = interdiff("--exit-code", "--stat", "v1.mbox", "other.mbox");
    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.out())
        .isEqualTo(
            """
            compared 1 of 2 files from the mails alone; left out: 1
            left out: Documentation/hwmon/tarn47.rst: v1 starts from 7a496ea, v2 from 9999999

             drivers/hwmon/tarn47.c | 9 ++++++++-
             1 file changed, 8 insertions(+), 1 deletion(-)
            """);
    assertThat(result.err())
        .contains("warning: Documentation/hwmon/tarn47.rst: v1 starts from ")
        .endsWith(
            """
            warning: compared 1 of 2 files from the mails alone
            hint: reroll interdiff -g DIR v1.mbox other.mbox
            """);
    assertThat(interdiff("v1.mbox", "other.mbox").exitCode()).isEqualTo(5);
  }

  @Test
  void fileThatIsEqualCountsAsComparedWhereAllOthersAreLeftOut() throws IOException {
    String v1 = Files.readString(folder.resolve("v1.mbox"));
    Files.writeString(
        folder.resolve("other.mbox"),
        v1.replaceFirst("index \\w+\\.\\.\\w+( 100644\n--- a/Doc)", "index 9999999..8888888$1"));
    Run.Result result = interdiff("v1.mbox", "other.mbox");
    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.out())
        .startsWith("compared 1 of 2 files from the mails alone; left out: 1\nleft out: Doc")
        .hasLineCount(2);
    assertThat(result.err()).doesNotContain("the same");
  }

  @Test
  void missingPatchMakesTheResultIncomplete() throws IOException {
    String v2 = Files.readString(folder.resolve("v2.mbox"));
    int last = v2.lastIndexOf("\nFrom ") + 1;
    Files.writeString(folder.resolve("lacking.mbox"), v2.substring(0, last));
    Run.Result result = interdiff("--exit-code", "--stat", "v1.mbox", "lacking.mbox");
    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.out()).startsWith("not complete: v2 lacks patch 4/4\n\n ");
    assertThat(result.err()).endsWith("warning: the result is not complete: v2 lacks patch 4/4\n");
    assertThat(interdiff("--patch=1", "v1.mbox", "lacking.mbox").exitCode()).isZero();
  }

  @Test
  void damagedPatchMakesTheResultIncomplete() throws IOException {
    String v2 = Files.readString(folder.resolve("v2.mbox"));
    int last = v2.lastIndexOf("\n@@ -") + 1;
    String header = v2.substring(last, v2.indexOf('\n', last));
    Files.writeString(
        folder.resolve("damaged.mbox"), v2.substring(0, last) + header + "\n-a\n-- \n2.47.0\n");
    Run.Result result = interdiff("v1.mbox", "damaged.mbox");
    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.out()).contains("not complete: patch 4/4 of v2 cannot be read whole\n");
  }

  @Test
  void whatStandsBeforeTheDiffIsNoPartOfIt() throws IOException {
    String v2 = Files.readString(folder.resolve("v2.mbox"));
    Files.writeString(
        folder.resolve("other.mbox"),
        v2.replaceFirst("index \\w+\\.\\.(\\w+ 100644\n--- a/Doc)", "index 9999999..$1"));
    String out = interdiff("--no-stat", "v1.mbox", "other.mbox").out();
    Patch read =
        DiffParser.parse(Octets.utf8(out), new Locator("result", 0), bad -> fail(bad.toString()));
    assertThat(read.files()).hasSize(1);
  }

  @Test
  void exitCodeTellsOfDifferencesWhereItIsAskedFor() {
    assertThat(interdiff("v1.mbox", "v2.mbox").exitCode()).isZero();
    assertThat(interdiff("--exit-code", "v1.mbox", "v2.mbox").exitCode()).isEqualTo(1);
    assertThat(interdiff("--exit-code", "v1.mbox", "v1.mbox").exitCode()).isZero();
  }

  @Test
  void statAndNoStatTogetherAreRefused() {
    assertThat(interdiff("--stat", "--no-stat", "v1.mbox", "v2.mbox").exitCode()).isEqualTo(2);
  }

  private Run.Result interdiff(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "interdiff";
    System.arraycopy(words, 0, all, 1, words.length);
    return new Run(folder).of(all);
  }
}
