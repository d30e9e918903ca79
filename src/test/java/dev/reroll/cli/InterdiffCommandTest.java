package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).startsWith(" drivers/hwmon/tarn47.c | 9 ++++++++-\n");
    assertThat(result.err()).contains("warning: Documentation/hwmon/tarn47.rst: v1 starts from ");
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
