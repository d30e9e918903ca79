package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.cli.command.DiffCommand;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong usage, help, and what an option's value may look like. */
class UsageTest {
  private static final int WRONG = 2;

  private final Run run;

  UsageTest(@TempDir Path folder) {
    new Mails(folder).twoVersions();
    run = new Run(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "diff | no series or mailbox given",
        "diff -v 1 | no series or mailbox given",
        "diff v1.mbox v2.mbox v3.mbox | 'v3.mbox' is one name too many, two can be compared",
        "diff -m v1.mbox v2.mbox v3.mbox | 'v3.mbox' is one name too many, two can be compared",
        "diff -m v1.mbox | -m needs two mailboxes",
        "diff -m v1.mbox -s | -m needs two mailboxes",
        "diff v1.mbox v2.mbox -v | -v needs a value",
        "diff v1.mbox v2.mbox -v two | 'two' is not a version",
        "diff v1.mbox v2.mbox -v 1 -v 2 -v 3 | more than two versions given",
        "diff v1.mbox v2.mbox -o | --output-diff needs a value",
        "diff v1.mbox v2.mbox --series | --series needs a value",
        "diff v1.mbox v2.mbox --frob | unknown option: '--frob'",
        "diff v1.mbox v2.mbox --color=blue | --color takes always, auto or never, not 'blue'",
        "diff v1.mbox v2.mbox -U many | --unified takes a number, not 'many'",
        "diff v1.mbox v2.mbox --abbrev=x | --abbrev takes a number, not 'x'",
        "diff v1.mbox v2.mbox --no-d | '--no-d' is ambiguous: --no-diff, --no-dual-color",
        "diff v1.mbox v2.mbox --le --l=1 | '--l' is ambiguous: --latest, --left-only",
        "diff v1.mbox v2.mbox --submod=all | --submodule takes short, log or diff, not 'all'",
        "diff v1.mbox v2.mbox --creation-factor=-1 | --creation-factor takes a number, not '-1'",
        "diff v1.mbox v2.mbox --creation-factor 4294967296"
            + " | --creation-factor takes a number, not '4294967296'",
        "diff v1.mbox v2.mbox --left-only --right-only"
            + " | --left-only and --right-only cannot be used together",
        "diff v1.mbox v2.mbox -n | -n prints a git command for commits, and mails have none",
        "diff v1.mbox v2.mbox --range-diff-opts | --range-diff-opts needs a value",
        "frob | unknown command 'frob'",
        "help frob | no command 'frob' to help with",
      })
  void wrongUsageIsOneErrorAndAHint(String line, String error) {
    Run.Result result = run.of(line.split(" "));
    assertThat(result.err()).startsWith("error: " + error + "\nhint: ");
    assertThat(result.err().lines().skip(1)).hasSizeBetween(1, 2);
    assertThat(result.out()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(WRONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--stat", "--word-diff", "--notes", "--abbrev=12 --frob=3", "v3.mbox", "-W", "-U"})
  void rangeDiffOptionThatWeLackNamesThoseWeHave(String options) {
    Run.Result result = run.compare("--range-diff-opts", options);
    assertThat(result.exitCode()).isEqualTo(WRONG);
    if (options.equals("-U")) {
      assertThat(result.err()).startsWith("error: --unified needs a value\n");
    } else {
      String word = options.substring(options.lastIndexOf(' ') + 1);
      assertThat(result.err())
          .startsWith(
              "error: --range-diff-opts: '"
                  + word
                  + "' is not an option that reroll supports here: ")
          .contains("--creation-factor=N", "--left-only", "-UN", "--no-dual-color")
          .endsWith(
              "\nhint: reroll diff --range-diff-opts='--creation-factor=80 -s' BEFORE AFTER\n");
    }
  }

  @Test
  void rangeDiffOptionsInOneWordDoWhatTheyDoAlone() {
    assertThat(opts("--range-diff-opts=--creation-factor=1 -s"))
        .isEqualTo(opts("--creation-factor", "1", "-s"))
        .isNotEqualTo(opts("-s"));
    assertThat(opts("--range-diff-opts", "--creation-factor 1 --right-only"))
        .isEqualTo(opts("--creation-factor=1", "--right-only"));
    assertThat(opts("--range-diff-opts=-U0 --color=always --no-dual-color"))
        .isEqualTo(opts("-U", "0", "-c", "--no-dual-color"));
    assertThat(opts("--range-diff-opts=--abbrev=7")).isEqualTo(opts("--abbrev=7"));
  }

  @Test
  void quoteThatIsNotClosedIsRefused() {
    assertThat(run.compare("--range-diff-opts='-s").err())
        .isEqualTo("error: a quote is not closed in: '-s\nhint: reroll diff --help\n");
  }

  @Test
  void namesBehindTwoDashesAreNoOptions() {
    assertThat(run.diff("--", "-v", "v2.mbox").err())
        .startsWith("error: cannot read mbox '-v': no such file\n");
  }

  @Test
  void optionGivenTwiceCountsTheLastTime() {
    assertThat(opts("--abbrev=7", "--abbrev=9", "-s", "-s")).startsWith("1:  29c4e9086 = ");
  }

  @Test
  void helpGoesToStandardOutput() {
    String help = new DiffCommand(run.streams(), run.report()).help();
    Run.Result result = run.diff("--help");
    assertThat(result).isEqualTo(new Run.Result(0, help, ""));
    assertThat(run.of("help", "diff")).isEqualTo(result);
    assertThat(run.diff("-h", "nosuch.mbox")).isEqualTo(result);
    assertThat(help.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void programAloneShowsItsCommands() {
    Run.Result result = run.of();
    assertThat(result.out())
        .startsWith("Show what changed")
        .contains("reroll diff v1.mbox v2.mbox");
    assertThat(run.of("--help")).isEqualTo(result);
    assertThat(run.of("help")).isEqualTo(result);
    assertThat(run.of("--version").out()).startsWith("reroll ");
  }

  private String opts(String... options) {
    Run.Result result = run.compare(options);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result.out();
  }
}
