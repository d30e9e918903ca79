package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package gets a manual page for each command, with its options, and bash what it completes. */
class WrittenManualTest {
  private final Path share;

  WrittenManualTest(@TempDir Path share) throws IOException {
    this.share = share;
    WrittenManual.main(new String[] {"src/docs/man", share.toString()});
  }

  @Test
  void pagesHaveTheOptionsInTheirSections() {
    assertThat(share.resolve("man/man1/reroll.1")).content().contains(".Xr reroll-review 1");
    assertThat(share.resolve("man/man1/reroll-review.1"))
        .content()
        .contains(
            "What is looked at:\n.Bl -tag -width Ds\n.It Fl -patch Ar N\nOnly patch N of the newer",
            ".It Fl v , Fl -compare-versions Ar N Op Ar M\nCompare version N with M",
            ".It Fl -color Ns Op = Ns Ar WHEN\nAlways, auto or never; default auto.\n",
            ".Sh DESCRIPTION\n")
        .doesNotContain(".\\\" OPTIONS");
  }

  @Test
  void optionsWithinSentencesAreWrittenAsOptions() {
    assertThat(share.resolve("man/man1/reroll-diff.1"))
        .content()
        .contains("\nColour both signs, whatever \\-\\-color says;", "as b4 diff \\-m.\n");
  }

  @Test
  void bashCompletesCommandsOptionsAndFiles() {
    assertThat(share.resolve("bash-completion/completions/reroll"))
        .content()
        .contains("commands=\"diff versions review interdiff html mail colorize refs index cache\"")
        .contains("'--since-mine'", "'--color'", "'--version'")
        .containsPattern("'-o'\\|'--output-diff'\\)\\R(?s:.{0,120}) -f ")
        .doesNotContain("'--color')");
  }
}
