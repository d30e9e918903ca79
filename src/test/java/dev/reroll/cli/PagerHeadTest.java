package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about a result stands above it in the pager, and below it on the terminal. */
class PagerHeadTest {
  private static final String OVERVIEW =
      """
      v1: 2 patches, 'one', Mira Holt, 2026-03-02
      v2: 2 patches, 'one', Mira Holt, 2026-03-02
      1 unchanged, 1 changed, 0 new, 0 dropped
      """;

  private final Path folder;
  private final Mails mails;
  private final Run run;

  PagerHeadTest(@TempDir Path folder) {
    this.folder = folder;
    mails = new Mails(folder).twoVersions();
    run =
        new Run(folder)
            .onTerminal()
            .with("TERM", "dumb")
            .with("GIT_PAGER", "cat >paged")
            .with("LINES", "24")
            .with("COLUMNS", "80");
  }

  @Test
  void overviewStandsAboveTheResultAndOnlyThereWhereAllFitsOnTheScreen() {
    run.answering("");
    assertThat(run.compare()).isEqualTo(new Run.Result(0, "", ""));
    assertThat(paged()).isEqualTo(OVERVIEW + Mails.COMPARISON);
  }

  @Test
  void overviewIsRepeatedBelowAResultThatScrolledAway() {
    run.answering("").with("LINES", "14");
    assertThat(run.compare()).isEqualTo(new Run.Result(0, "", OVERVIEW));
    assertThat(paged()).isEqualTo(OVERVIEW + Mails.COMPARISON);
  }

  @Test
  void rowOfTheNextPromptIsAllThatNeedBeLeft() {
    run.answering("").with("LINES", "15");
    assertThat(run.compare().err()).isEmpty();
  }

  @Test
  void linesThatAreBrokenTakeSeveralRows() {
    run.answering("").with("LINES", "15").with("COLUMNS", "36");
    assertThat(run.compare().err()).isEqualTo(OVERVIEW);
  }

  @Test
  void pagerThatIsLeftEarlyIsFollowedByTheOverview() {
    run.answering("").with("LINES", "10").with("GIT_PAGER", "true");
    assertThat(run.compare()).isEqualTo(new Run.Result(0, "", OVERVIEW));
  }

  @Test
  void standardErrorThatIsNoTerminalGetsAllAtOnceAndNothingTwice() {
    run.with("LINES", "10");
    assertThat(run.compare()).isEqualTo(new Run.Result(0, "", OVERVIEW));
    assertThat(paged()).isEqualTo(OVERVIEW + Mails.COMPARISON);
  }

  @Test
  void warningsComeFirst() {
    mails.write("v2.mbox", Mails.patch("PATCH v2 2/2", "two", "newer"));
    run.answering("").with("LINES", "10");
    String err = run.compare().err();
    assertThat(err).startsWith("warning: v2 lacks 1/2; the others are compared\nv1: 2 patches");
    assertThat(paged()).startsWith(err);
  }

  @Test
  void manyLinesAreRepeatedInPart() {
    for (int i = 1; i <= 9; i++) {
      mails.write(
          "v2/" + i + ".patch", Mails.patch("PATCH v2", "patch" + i, "new").replace("old", "o"));
    }
    run.answering("").with("LINES", "10");
    String err = run.diff("v1.mbox", "v2").err();
    assertThat(err.lines()).hasSize(6);
    assertThat(err).containsPattern("\nand \\d+ more lines, at the head of the result\n$");
    assertThat(paged()).startsWith(err.substring(0, err.indexOf("and ")));
  }

  @Test
  void quietSaysNothingAnywhere() {
    run.answering("").with("LINES", "10");
    assertThat(run.compare("-q")).isEqualTo(new Run.Result(0, "", ""));
    assertThat(paged()).isEqualTo(Mails.COMPARISON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--no-pager", "-o-"})
  void withoutAPagerNothingIsHeldBack(String option) {
    run.answering("").with("GIT_PAGER", option.equals("-o-") ? "cat" : "cat >paged");
    assertThat(run.compare(option)).isEqualTo(new Run.Result(0, Mails.COMPARISON, OVERVIEW));
    assertThat(folder.resolve("paged")).doesNotExist();
  }

  @Test
  void jsonIsPagedAlone() {
    run.answering("").with("LINES", "10");
    assertThat(run.compare("--json").err()).isEqualTo(OVERVIEW + OVERVIEW);
    assertThat(paged()).startsWith("{");
  }

  @Test
  void errorStaysOnStandardErrorBelowWhatWasSaidBefore() {
    mails.write("v2.mbox", "From: a@example.org\nSubject: hello\n\nHow are you?\n");
    run.answering("");
    Run.Result result = run.compare();
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).startsWith("error: no patch in 'v2.mbox'");
    assertThat(folder.resolve("paged")).doesNotExist();
  }

  @Test
  void warningBeforeAnErrorIsNotLost() {
    mails.write("v2.mbox", Mails.patch("PATCH v2 2/2", "two", "newer"));
    run.answering("");
    Run.Result result = run.of("review", "v1.mbox", "v2.mbox", "--patch", "9");
    assertThat(result.err())
        .startsWith("warning: v2 lacks 1/2; the others are compared\nerror: no patch 9 in v2")
        .isEqualTo(run.of("review", "v1.mbox", "v2.mbox", "--patch", "9", "--no-pager").err());
  }

  @Test
  void pagerThatIsNotThereLeavesTheTerminalAsWithoutOne() {
    run.answering("").with("GIT_PAGER", "exec 2>/dev/null; nosuchpager");
    assertThat(run.compare()).isEqualTo(new Run.Result(0, Mails.COMPARISON, OVERVIEW));
  }

  @Test
  void warningsAreColouredWhereTheResultIs() {
    mails.write("v2.mbox", Mails.patch("PATCH v2 2/2", "two", "newer"));
    run.answering("").with("TERM", "xterm");
    run.compare();
    assertThat(paged())
        .startsWith("\u001b[33mwarning: v2 lacks 1/2; the others are compared\u001b[m\nv1: ");
    run.compare("--no-color");
    assertThat(paged()).startsWith("warning: v2 lacks 1/2; the others are compared\nv1: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"review", "interdiff", "diff", "mail"})
  void everyCommandThatPagesShowsItsOwn(String command) {
    mails.write("v2.mbox", Mails.patch("PATCH v2 2/2", "two", "newer"));
    run.answering("").with("LINES", "8").with("EMAIL", "me@example.org");
    run.with("GIT_AUTHOR_EMAIL", "me@example.org");
    String err = run.of(command, "v1.mbox", "v2.mbox").err();
    assertThat(err).as(err).startsWith("warning: v2 lacks 1/2; the others are compared\n");
    assertThat(paged()).startsWith("warning: v2 lacks 1/2; the others are compared\n");
  }

  @Test
  void versionsShowsItsRemarks() {
    mails.write(
        "two.mbox", Mails.patch("PATCH", "one", "new") + Mails.patch("PATCH", "other", "new"));
    run.answering("").with("LINES", "4");
    String err = run.of("versions", "two.mbox").err();
    assertThat(err)
        .startsWith("2 series in 'two.mbox', using number 1; --series=N selects another:");
    assertThat(paged()).startsWith(err);
  }

  private String paged() {
    try {
      return Files.readString(folder.resolve("paged"));
    } catch (IOException none) {
      return "nothing was paged";
    }
  }
}
