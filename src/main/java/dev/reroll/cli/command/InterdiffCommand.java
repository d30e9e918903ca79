package dev.reroll.cli.command;

import dev.reroll.app.compare.CompareEndResults;
import dev.reroll.app.compare.Comparison;
import dev.reroll.cli.manual.HelpText;
import dev.reroll.cli.option.ArchiveChoice;
import dev.reroll.cli.option.ColorChoice;
import dev.reroll.cli.option.CompareOptions;
import dev.reroll.cli.option.DiffArguments;
import dev.reroll.cli.option.DiffOptions;
import dev.reroll.cli.option.Option;
import dev.reroll.cli.option.Options;
import dev.reroll.cli.option.OutputChoice;
import dev.reroll.cli.option.Screen;
import dev.reroll.cli.option.Syntax;
import dev.reroll.cli.option.TreeChoice;
import dev.reroll.cli.option.VersionChoice;
import dev.reroll.cli.terminal.ExitCode;
import dev.reroll.cli.terminal.Output;
import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.interdiff.Interdiff;
import dev.reroll.interdiff.Interdiff.MissingPatch;
import dev.reroll.interdiff.Interdiff.UntoldFile;
import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import dev.reroll.render.json.InterdiffJson;
import dev.reroll.render.text.InterdiffText;
import dev.reroll.render.text.LeftOutText;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/** Runs {@code reroll interdiff}. */
public final class InterdiffCommand implements Command {
  private static final Option.Value PATCH =
      new Option.Value(
          "--patch N",
          "compare only what patch N of the newer version and its counterpart make of the "
              + "files");

  private static final Option.Flag STAT = new Option.Flag("--stat", "print the diffstat alone");

  private static final Option.Flag NO_STAT = new Option.Flag("--no-stat", "print the diff alone");

  private final Streams streams;
  private final Report report;

  /** Makes the command for one run. */
  public InterdiffCommand(Streams streams, Report report) {
    this.streams = streams;
    this.report = report;
  }

  @Override
  public Syntax syntax() {
    return new Syntax("interdiff")
        .section(
            "Which versions",
            CompareOptions.VERSIONS,
            CompareOptions.LATEST,
            CompareOptions.MAILBOXES,
            CompareOptions.SERIES,
            PATCH,
            CompareOptions.CREATION_FACTOR.saying(
                "find counterparts more readily (100) or less (20); default 60"))
        .section(ArchiveChoice.section())
        .section(
            "In a tree",
            TreeChoice.GITDIR.saying(
                "apply both versions in the repository in DIR; else in the current repository, "
                    + "if it has what they need"),
            TreeChoice.NO_TREE)
        .section(
            "Where it goes",
            CompareOptions.UNIFIED.saying(
                "print N unchanged lines around a change, as far as the mails hold them; default "
                    + "3"),
            STAT,
            NO_STAT,
            OutputChoice.JSON,
            OutputChoice.WIDTH,
            ColorChoice.COLOR,
            ColorChoice.ALWAYS,
            OutputChoice.NO_PAGER,
            OutputChoice.FILE,
            OutputChoice.EXIT_CODE,
            OutputChoice.QUIET,
            OutputChoice.DEBUG,
            OutputChoice.HELP);
  }

  @Override
  public String help() {
    return HelpText.of(syntax(), Help.HEAD, Help.TAIL);
  }

  @Override
  public ExitCode run(List<String> arguments) throws Refusal, IOException {
    Words words = Words.parse(syntax(), arguments);
    Screen screen = Screen.choose(words.options(), streams, report);
    InterdiffText.Options layout =
        new InterdiffText.Options(screen.lines(false), screen.width(), words.parts());
    try (VersionChoice choice = VersionChoice.open(streams, report, words.request())) {
      Comparison comparison = choice.compareAsMailed();
      new Overview(report).sayNames(comparison);
      return write(comparison, words, screen.output(), layout);
    }
  }

  private ExitCode write(
      Comparison comparison, Words words, Output output, InterdiffText.Options layout)
      throws Refusal, IOException {
    CompareEndResults comparing =
        new CompareEndResults(
            comparison,
            comparison.context(),
            TreeChoice.endResults(words.options(), streams, report::remark));
    Interdiff interdiff =
        words.patch().isPresent() ? comparing.ofPatch(words.patch().getAsInt()) : comparing.all();
    if (words.options().has(OutputChoice.JSON)) {
      output.write(stream -> InterdiffJson.write(document(comparison, interdiff), stream));
      refuseNothing(interdiff, comparison, words);
    } else {
      refuseNothing(interdiff, comparison, words);
      output.write(stream -> InterdiffText.write(interdiff, layout, stream));
    }
    return end(interdiff, words);
  }

  private ExitCode end(Interdiff interdiff, Words words) {
    if (!interdiff.isComplete()) {
      sayPart(interdiff, words);
      return ExitCode.PARTIAL;
    }
    if (interdiff.files().isEmpty()) {
      report.remark("the end results are the same");
      return ExitCode.DONE;
    }
    return words.options().has(OutputChoice.EXIT_CODE) ? ExitCode.DIFFERENT : ExitCode.DONE;
  }

  private static InterdiffJson.Document document(Comparison comparison, Interdiff interdiff) {
    return new InterdiffJson.Document(
        comparison.versions().before(),
        comparison.versions().after(),
        comparison.versions().link(),
        interdiff);
  }

  /** Refuses where not one file could be compared. */
  private void refuseNothing(Interdiff interdiff, Comparison comparison, Words words)
      throws Refusal {
    List<UntoldFile> leftOut = interdiff.untold();
    if (leftOut.isEmpty() || interdiff.comparedCount().orElse(0) > 0) {
      return;
    }
    sayLeftOut(interdiff);
    throw Refusal.nothingToCompare(
        "the end results of "
            + comparison.versions().before().label()
            + " and "
            + comparison.versions().after().label()
            + " cannot be compared from the mails alone: "
            + leftOut.get(0).path()
            + ": "
            + LeftOutText.of(leftOut.get(0).why()),
        inTree(words));
  }

  private void sayLeftOut(Interdiff interdiff) {
    for (UntoldFile file : interdiff.untold()) {
      report.warning(file.path() + ": " + LeftOutText.of(file.why()));
    }
  }

  /** Says that the result is not all, which the result itself says, too. */
  private void sayPart(Interdiff interdiff, Words words) {
    sayLeftOut(interdiff);
    for (MissingPatch patch : interdiff.missing()) {
      report.warning("the result is not complete: " + LeftOutText.of(patch));
    }
    if (!interdiff.untold().isEmpty()) {
      report.warning(LeftOutText.count(interdiff));
      report.hint(Hint.line(inTree(words)));
    }
  }

  private static String inTree(Words words) {
    return "reroll interdiff -g DIR " + String.join(" ", words.named().quoted());
  }

  /** Reads what {@code interdiff} was given. */
  private static final class Words {
    private final Options options;
    private final List<String> typed;
    private final DiffOptions named;

    private Words(Options options, List<String> typed) {
      this.options = options;
      this.typed = typed;
      this.named = DiffOptions.of(options);
    }

    static Words parse(Syntax syntax, List<String> words) throws Refusal {
      return new Words(Options.parse(syntax, DiffArguments.rewrite(words)), words);
    }

    Options options() {
      return options;
    }

    /** Returns the same as the words that name versions for {@code diff}. */
    DiffOptions named() {
      return named;
    }

    VersionChoice.Request request() throws Refusal {
      return VersionChoice.Request.of(options, typed, CompareOptions.selection(options));
    }

    OptionalInt patch() throws Refusal {
      int patch = options.number(PATCH, 1, Integer.MAX_VALUE, 0);
      return patch == 0 ? OptionalInt.empty() : OptionalInt.of(patch);
    }

    InterdiffText.Parts parts() throws Refusal {
      if (options.has(STAT) && options.has(NO_STAT)) {
        throw Refusal.unreadable(
            "--stat and --no-stat cannot be used together", "reroll interdiff --help");
      }
      if (options.has(STAT)) {
        return InterdiffText.Parts.STAT;
      }
      return options.has(NO_STAT) ? InterdiffText.Parts.DIFF : InterdiffText.Parts.STAT_AND_DIFF;
    }
  }

  /** The words around the options in {@code reroll interdiff --help}. */
  private static final class Help {
    static final String HEAD =
        """
        Show how the end results of two versions differ.

        What would the newer version change in a tree that has the older one? Prints a
        diffstat and one diff, as git diff does between the two branches, from the mails
        alone.

          reroll interdiff 20260309.1@example.org
          reroll interdiff v1.mbox v2.mbox

        Unlike reroll diff it does not compare patch by patch: what only moved from one
        patch to another does not show, nor do messages. The result can be applied to
        the older version with git apply.

        Usage: reroll interdiff [OPTIONS] SERIES [-v N [M]]
               reroll interdiff [OPTIONS] BEFORE AFTER
               reroll interdiff [OPTIONS] MAILBOX [-v N [M]]

        SERIES and mailboxes are those of reroll diff. In a git tree that the newer
        version applies to, the older one is rebased onto the same base, with three-way
        merges where needed. Without one a file can be compared where the patches
        of both versions start from the same content of it, as their index lines tell.
        Where others are left out, the result names them first, with what is missing;
        git apply passes over these lines.
        """;

    static final String TAIL =
        """
        Exit codes: 0 compared, 1 differences (only with --exit-code), 2 wrong usage or
        unreadable input, 3 no file can be compared, 4 a server was not reached,
        5 compared in part: files or patches are left out (also with --exit-code).
        """;

    private Help() {}
  }
}
