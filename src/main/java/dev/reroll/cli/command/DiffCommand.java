package dev.reroll.cli.command;

import dev.reroll.app.compare.Comparison;
import dev.reroll.app.prepare.PreparedVersion;
import dev.reroll.app.prepare.PreparedVersions;
import dev.reroll.app.prepare.TreeUse.WrittenSeries;
import dev.reroll.app.select.SelectedLineage;
import dev.reroll.app.select.VersionSource;
import dev.reroll.cli.manual.HelpText;
import dev.reroll.cli.option.ColorChoice;
import dev.reroll.cli.option.CompareOptions;
import dev.reroll.cli.option.DiffOptions;
import dev.reroll.cli.option.Option;
import dev.reroll.cli.option.OutputChoice;
import dev.reroll.cli.option.Syntax;
import dev.reroll.cli.option.TreeChoice;
import dev.reroll.cli.option.VersionChoice;
import dev.reroll.cli.terminal.ClosedPipe;
import dev.reroll.cli.terminal.ExitCode;
import dev.reroll.cli.terminal.Output;
import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.render.json.ComparisonJson;
import dev.reroll.render.text.RangeDiffText;
import dev.reroll.render.text.TextOptions;
import dev.reroll.settings.GitSettings;
import dev.reroll.source.ShellWord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs {@code reroll diff}. */
public final class DiffCommand implements Command {
  private static final int STANDARD_ABBREV = 12;

  private final Streams streams;
  private final Report report;

  /** Makes the command for one run. */
  public DiffCommand(Streams streams, Report report) {
    this.streams = streams;
    this.report = report;
  }

  /** Writes the comparison as text. */
  private record Text(RangeDiff comparison, TextOptions options) implements Output.Writing {
    @Override
    public void to(OutputStream stream) throws IOException {
      RangeDiffText.write(comparison, options, stream);
    }
  }

  /** How the result is shown, and by whose settings. */
  private record Shown(Output output, TextOptions text, GitSettings settings) {}

  @Override
  public Syntax syntax() {
    return DiffOptions.syntax();
  }

  @Override
  public String help() {
    return HelpText.of(syntax(), Help.HEAD, Help.TAIL);
  }

  @Override
  public ExitCode run(List<String> arguments) throws Refusal, IOException {
    DiffOptions options = DiffOptions.parse(arguments);
    if (options.has(OutputChoice.HELP)) {
      ClosedPipe.guard(streams.out()).write(help().getBytes(StandardCharsets.UTF_8));
      return ExitCode.DONE;
    }
    if (options.has(OutputChoice.QUIET)) {
      report.beQuiet();
    }
    VersionChoice.Request request =
        new VersionChoice.Request(
            options.given(), options.pathCount(), CompareOptions.selection(options.given()), false);
    try (VersionChoice choice = VersionChoice.open(streams, report, request)) {
      refuseWhatCannotBe(options, choice);
      return run(options, choice);
    }
  }

  private ExitCode run(DiffOptions options, VersionChoice choice) throws Refusal, IOException {
    GitSettings settings = new GitSettings(streams.environment(), streams.workingFolder());
    Output output = OutputChoice.choose(options.given(), streams, settings, report);
    ColorChoice colors = new ColorChoice(options.given(), settings, output.isForPerson());
    Shown shown = new Shown(output, text(options, colors), settings);
    output.check();
    if (options.has(DiffOptions.EXPLAIN)) {
      SelectedLineage lineage = choice.lineage();
      lineage.remarks().forEach(report::notice);
      output.write(stream -> Explanation.write(lineage, stream));
      return ExitCode.DONE;
    }
    if (options.has(DiffOptions.NO_DIFF) && choice.hasCommits()) {
      byte[] command = command(options, choice).getBytes(StandardCharsets.UTF_8);
      output.write(stream -> stream.write(command));
      return ExitCode.DONE;
    }
    Comparison comparison = choice.compare();
    new Overview(report).say(comparison);
    if (options.has(DiffOptions.NO_DIFF)) {
      byte[] command = WrittenRefs.command(comparison).getBytes(StandardCharsets.UTF_8);
      output.write(stream -> stream.write(command));
      return ExitCode.DONE;
    }
    write(comparison, choice, options, shown);
    return exitCode(comparison.result(), options);
  }

  private void write(Comparison comparison, VersionChoice choice, DiffOptions options, Shown shown)
      throws Refusal, IOException {
    if (options.has(OutputChoice.JSON)) {
      shown.output().write(stream -> ComparisonJson.write(comparison.document(), stream));
      return;
    }
    IgnoredConfig ignored = new IgnoredConfig(report);
    if (choice.hasCommits()) {
      ignored.sayOfCommits(choice.repository(), shown.text());
    } else {
      ignored.sayOfBodies(comparison.result(), shown.text(), shown.settings());
    }
    shown.output().write(new Text(comparison.result(), shown.text()));
  }

  private static ExitCode exitCode(RangeDiff result, DiffOptions options) {
    boolean different = options.has(OutputChoice.EXIT_CODE) && result.hasDifferences();
    return different ? ExitCode.DIFFERENT : ExitCode.DONE;
  }

  private static void refuseWhatCannotBe(DiffOptions options, VersionChoice choice) throws Refusal {
    String names = String.join(" ", options.quoted());
    if (options.has(DiffOptions.LEFT_ONLY) && options.has(DiffOptions.RIGHT_ONLY)) {
      throw Refusal.unreadable(
          "--left-only and --right-only cannot be used together",
          Hint.again(names + " --left-only"));
    }
    if (options.has(DiffOptions.NO_DIFF)
        && !options.has(TreeChoice.WRITE_REFS)
        && !choice.hasCommits()) {
      throw Refusal.unreadable(
          "-n prints a git command for commits, and mails have none",
          Hint.again(names),
          Hint.again(names + " -n --write-refs"));
    }
    for (Option.Flag option : List.of(DiffOptions.EXPLAIN, TreeChoice.WRITE_REFS)) {
      if (choice.hasCommits() && options.has(option)) {
        throw Refusal.unreadable(
            option.name() + " is for mails, not for commits", Hint.again(names));
      }
    }
    if (options.has(DiffOptions.EXPLAIN) && choice.sources().size() > 1) {
      throw Refusal.unreadable(
          "--explain takes one series or mailbox",
          Hint.again(ShellWord.of(choice.sources().get(1).text())),
          Hint.again("--help"));
    }
  }

  /** Returns git's own command for the comparison of commits. */
  private static String command(DiffOptions options, VersionChoice choice) throws Refusal {
    for (VersionSource source : choice.sources()) {
      if (!(source instanceof VersionSource.OfCommits)) {
        throw Refusal.unreadable(
            "-n prints a git command for commits, and mails have none",
            Hint.again(String.join(" ", options.quoted())));
      }
    }
    return "git range-diff " + String.join(" ", options.typed()) + "\n";
  }

  private static TextOptions text(DiffOptions options, ColorChoice colors) throws Refusal {
    boolean dual = !options.has(ColorChoice.NO_DUAL);
    return new TextOptions(
        colors.palette(),
        dual && colors.isColored(),
        colors.whitespace(),
        colors.filter(),
        options.abbrev().orElse(STANDARD_ABBREV),
        !options.has(DiffOptions.NO_PATCH),
        !options.has(DiffOptions.RIGHT_ONLY),
        !options.has(DiffOptions.LEFT_ONLY));
  }

  /** The words around the options in {@code reroll diff --help}. */
  private static final class Help {
    static final String HEAD =
        """
        Compare two versions of a patch series.

        What changed since I last looked at it? Prints what git range-diff prints for
        the two versions applied with git am, from the mails alone. In a repository
        that has the files they change, each version is applied in memory first, so it
        does not matter how its diffs were made.

          reroll diff 20260317.1@example.org
          reroll diff v1.mbox v2.mbox

        Unlike git range-diff it needs neither a repository nor commits. Unlike diff it
        compares patch by patch, whatever their order.

        Usage: reroll diff [OPTIONS] SERIES [-v N [M]]
               reroll diff [OPTIONS] BEFORE AFTER
               reroll diff [OPTIONS] MAILBOX [-v N [M]]
               reroll diff [OPTIONS] RANGE RANGE [[--] PATH...]
               reroll diff [OPTIONS] OLD...NEW | BASE OLD NEW [[--] PATH...]

        SERIES is a message-id of any mail of a series, a URL that holds one, or - for
        the mail itself on standard input. The version that the mail belongs to is
        compared with the one that it follows. Two message-ids compare their versions;
        one side may also be a mailbox.

        A mailbox is an mbox, a maildir, a folder of patches, a mail, a patch or a
        diff, each also gzipped, or - for standard input. Where one holds several
        versions, the newest is compared with the one before it.

        A RANGE is commits of the current repository: A..B, A^!, A^-1. Either side may
        also be a mailbox or a SERIES: reroll diff v2.mbox HEAD~5..
        """;

    static final String TAIL =
        """
        Long options may be abbreviated, as --creat=60, as long as they are unique.

        Signs: = unchanged, ! changed, < dropped, > new. A mailed patch has no commit:
        its id is its stable patch-id, as git patch-id prints it.

        Exit codes: 0 compared, 1 differences (only with --exit-code), 2 wrong usage or
        unreadable input, 3 nothing to compare, 4 a server was not reached.
        """;

    private Help() {}
  }

  /** Tells of versions that were written as commits. */
  private static final class WrittenRefs {
    private static final int DIGITS = 12;

    private WrittenRefs() {}

    /** Returns git's own command for the comparison; refuses where a version has no commits. */
    static String command(Comparison comparison) throws Refusal {
      PreparedVersions sides = comparison.prepared();
      if (!sides.isInTree()) {
        throw Refusal.unreadable("no commits to print a command for", Hint.again("--help"));
      }
      return "git range-diff " + range(sides.before()) + " " + range(sides.after()) + "\n";
    }

    private static String range(PreparedVersion side) throws Refusal {
      if (side.written().isEmpty()) {
        throw Refusal.unreadable(
            "no git command, since a version has no commits: " + side.treeLine().orElse(""),
            Hint.again("--help"));
      }
      WrittenSeries written = side.written().get();
      return written.base().substring(0, DIGITS) + ".." + written.ref();
    }
  }
}
