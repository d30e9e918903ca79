package dev.reroll.cli.command;

import dev.reroll.app.compare.Comparison;
import dev.reroll.app.prepare.PreparedVersion;
import dev.reroll.app.prepare.PreparedVersions;
import dev.reroll.app.prepare.TreeUse.WrittenSeries;
import dev.reroll.app.select.SelectedLineage;
import dev.reroll.app.select.VersionSource;
import dev.reroll.cli.option.ColorChoice;
import dev.reroll.cli.option.CompareOptions;
import dev.reroll.cli.option.DiffOptions;
import dev.reroll.cli.option.OutputChoice;
import dev.reroll.cli.option.VersionChoice;
import dev.reroll.cli.terminal.ClosedPipe;
import dev.reroll.cli.terminal.ExitCode;
import dev.reroll.cli.terminal.Output;
import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.Streams;
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
import picocli.CommandLine.Model.CommandSpec;

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
  public String help() {
    return Help.TEXT;
  }

  @Override
  public CommandSpec options() {
    return DiffOptions.spec();
  }

  @Override
  public ExitCode run(List<String> arguments) throws Refusal, IOException {
    DiffOptions options = DiffOptions.parse(arguments);
    if (options.has("--help")) {
      ClosedPipe.guard(streams.out()).write(Help.TEXT.getBytes(StandardCharsets.UTF_8));
      return ExitCode.DONE;
    }
    if (options.has("--quiet")) {
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
    if (options.has("--explain")) {
      SelectedLineage lineage = choice.lineage();
      lineage.remarks().forEach(report::remark);
      output.write(stream -> Explanation.write(lineage, stream));
      return ExitCode.DONE;
    }
    if (options.has("--no-diff") && choice.hasCommits()) {
      byte[] command = command(options, choice).getBytes(StandardCharsets.UTF_8);
      output.write(stream -> stream.write(command));
      return ExitCode.DONE;
    }
    Comparison comparison = choice.compare();
    new Overview(report).say(comparison);
    if (options.has("--no-diff")) {
      byte[] command = WrittenRefs.command(comparison).getBytes(StandardCharsets.UTF_8);
      output.write(stream -> stream.write(command));
      return ExitCode.DONE;
    }
    write(comparison, choice, options, shown);
    return exitCode(comparison.result(), options);
  }

  private void write(Comparison comparison, VersionChoice choice, DiffOptions options, Shown shown)
      throws Refusal, IOException {
    if (options.has("--json")) {
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
    boolean different = options.has("--exit-code") && result.hasDifferences();
    return different ? ExitCode.DIFFERENT : ExitCode.DONE;
  }

  private static void refuseWhatCannotBe(DiffOptions options, VersionChoice choice) throws Refusal {
    String command = "reroll diff " + String.join(" ", options.quoted());
    if (options.has("--left-only") && options.has("--right-only")) {
      throw Refusal.unreadable(
          "--left-only and --right-only cannot be used together", command + " --left-only");
    }
    if (options.has("--no-diff") && !options.has("--write-refs") && !choice.hasCommits()) {
      throw Refusal.unreadable(
          "-n prints a git command for commits, and mails have none",
          command,
          command + " -n --write-refs");
    }
    for (String option : List.of("--explain", "--write-refs")) {
      if (choice.hasCommits() && options.has(option)) {
        throw Refusal.unreadable(option + " is for mails, not for commits", command);
      }
    }
    if (options.has("--explain") && choice.sources().size() > 1) {
      throw Refusal.unreadable(
          "--explain takes one series or mailbox",
          "reroll diff " + ShellWord.of(choice.sources().get(1).text()),
          "reroll diff --help");
    }
  }

  /** Returns git's own command for the comparison of commits. */
  private static String command(DiffOptions options, VersionChoice choice) throws Refusal {
    for (VersionSource source : choice.sources()) {
      if (!(source instanceof VersionSource.OfCommits)) {
        throw Refusal.unreadable(
            "-n prints a git command for commits, and mails have none",
            "reroll diff " + String.join(" ", options.quoted()));
      }
    }
    return "git range-diff " + String.join(" ", options.typed()) + "\n";
  }

  private static TextOptions text(DiffOptions options, ColorChoice colors) throws Refusal {
    boolean dual = !options.has("--no-dual-color");
    return new TextOptions(
        colors.palette(),
        dual && colors.isColored(),
        colors.whitespace(),
        colors.filter(),
        options.abbrev().orElse(STANDARD_ABBREV),
        !options.has("--no-patch"),
        !options.has("--right-only"),
        !options.has("--left-only"));
  }

  /** The words of {@code reroll diff --help}. */
  private static final class Help {
    static final String TEXT =
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

        Which versions:
          -v, --compare-versions N [M]
                                 compare version N with M, or with the one that the
                                 mail belongs to, or with the newest of a mailbox; a
                                 label will do: rfc-v1, v2-resend
              --latest           of a SERIES take the newest version instead of the
                                 one that the mail belongs to
              --explain          instead of a comparison, print why each version is
                                 taken to follow another, and what was searched
          -m, --compare-am-mboxes BEFORE AFTER
                                 compare these two mailboxes, as b4 diff -m
              --series SERIES    of several series take this one: its number in the
                                 list, or a part of its title

        Where a SERIES is looked for:
              --mbox MAILBOX     in this mailbox, and nowhere else; may be given again
              --mirror DIR       in this public-inbox mirror first; may be given again
              --offline          not on a server
              --online           for one version in a MAILBOX, which may be a draft,
                                 look on a server for the version before it; that
                                 tells its title
          -C, --no-cache         re-fetch from the server

        How they are compared:
              --creation-factor PERCENT
                                 pair patches more readily (100) or less (20);
                                 default 60
              --left-only        leave out patches that only the newer version has
              --right-only       leave out patches that only the older version has
          -s, --no-patch         print one line for each patch, nothing below it
          -p, -u, --patch        print what changed below each pair; the default
          -U, --unified N        print N unchanged lines around a change; default 3
              --abbrev[=N]       print N digits of each id, 0 for all; default 12,
                                 for commits what git shows
              --submodule[=FORMAT]
                                 changes nothing, as in git range-diff
              --no-renames       changes nothing, as in git range-diff
              --notes[=REF]      of commits show the notes of REF instead of the
                                 standard ones; a pattern such as * will do
              --no-notes         of commits show no notes
          -g, --gitdir DIR       take commits from the repository in DIR, and apply
                                 mails to its trees
              --no-tree          compare mails as they were sent, also in a repository
              --rebase           rebase the older version onto the base of the newer
                                 one, so that no change of others shows; needs a tree
                                 that has what they were made on
              --range-diff-opts OPTS
                                 options of git range-diff in one word, as b4 diff
                                 takes them

        Where it goes:
              --color[=WHEN]     always, auto or never; default auto
          -c                     colour always, as b4 diff -c
              --no-dual-color    colour lines by their outer sign only
              --dual-color       colour both signs, whatever --color says; where there
                                 are colours, this is the default
              --no-pager         do not start a pager
              --json             write JSON, as src/docs/reroll.schema.json describes it
          -o, --output-diff FILE write the comparison to FILE, all of it or nothing
              --exit-code        exit with 1 where there are differences
          -q, --quiet            print only errors
              --debug            show a stack trace if reroll fails
              --write-refs       write the versions as commits, for you to try, and show
                                 their ids: refs/reroll/SERIES/VERSION
          -n, --no-diff          print git's own command instead, as b4 diff -n; for
                                 commits, and with --write-refs
          -h, --help             show this help

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
        throw Refusal.unreadable("no commits to print a command for", "reroll diff --help");
      }
      return "git range-diff " + range(sides.before()) + " " + range(sides.after()) + "\n";
    }

    private static String range(PreparedVersion side) throws Refusal {
      if (side.written().isEmpty()) {
        throw Refusal.unreadable(
            "no git command, since a version has no commits: " + side.treeLine().orElse(""),
            "reroll diff --help");
      }
      WrittenSeries written = side.written().get();
      return written.base().substring(0, DIGITS) + ".." + written.ref();
    }
  }
}
