package dev.reroll.cli.command;

import dev.reroll.app.compare.VersionHistory;
import dev.reroll.app.select.SelectedLineage;
import dev.reroll.cli.manual.HelpText;
import dev.reroll.cli.option.ArchiveChoice;
import dev.reroll.cli.option.ColorChoice;
import dev.reroll.cli.option.CompareOptions;
import dev.reroll.cli.option.Option;
import dev.reroll.cli.option.Options;
import dev.reroll.cli.option.OutputChoice;
import dev.reroll.cli.option.Screen;
import dev.reroll.cli.option.Syntax;
import dev.reroll.cli.option.VersionChoice;
import dev.reroll.cli.terminal.ExitCode;
import dev.reroll.cli.terminal.Output;
import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.problem.Refusal;
import dev.reroll.rangediff.PatchHistory;
import dev.reroll.render.json.TimelineJson;
import dev.reroll.render.text.MatrixText;
import dev.reroll.render.text.ScreenOptions;
import dev.reroll.render.text.TimelineText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code reroll versions}. */
public final class VersionsCommand implements Command {
  private static final Option.Flag EXPLAIN =
      new Option.Flag("--explain", "all evidence for each link, and what was searched");

  private final Streams streams;
  private final Report report;

  /** Makes the command for one run. */
  public VersionsCommand(Streams streams, Report report) {
    this.streams = streams;
    this.report = report;
  }

  @Override
  public Syntax syntax() {
    return new Syntax("versions")
        .section(
            "Where it is looked for",
            ArchiveChoice.MBOX,
            ArchiveChoice.MIRROR,
            ArchiveChoice.OFFLINE,
            ArchiveChoice.NO_CACHE,
            CompareOptions.SERIES)
        .section(
            "What is printed",
            EXPLAIN,
            OutputChoice.JSON,
            OutputChoice.WIDTH,
            ColorChoice.COLOR,
            ColorChoice.ALWAYS,
            OutputChoice.NO_PAGER,
            OutputChoice.FILE,
            OutputChoice.QUIET,
            OutputChoice.DEBUG,
            OutputChoice.HELP);
  }

  @Override
  public String help() {
    return HelpText.of(syntax(), Help.HEAD, Help.TAIL);
  }

  @Override
  public ExitCode run(List<String> words) throws Refusal, IOException {
    refusePick(words);
    Options options = Options.parse(syntax(), OptionalValues.attach(words));
    Screen chosen = Screen.choose(options, streams, report);
    Output output = chosen.output();
    ScreenOptions screen = chosen.table();
    SelectedLineage view = lineage(options, words);
    view.remarks().forEach(report::notice);
    if (options.has(EXPLAIN)) {
      output.write(stream -> Explanation.write(view, stream));
      return ExitCode.DONE;
    }
    PatchHistory history = VersionHistory.of(view.lineage(), report);
    output.write(
        options.has(OutputChoice.JSON)
            ? stream -> TimelineJson.write(view.lineage(), view.named(), history, stream)
            : stream -> write(view, history, screen, stream));
    return ExitCode.DONE;
  }

  private static void write(
      SelectedLineage view, PatchHistory history, ScreenOptions screen, OutputStream stream)
      throws IOException {
    TimelineText.write(view.lineage(), view.named(), screen, stream);
    stream.write('\n');
    MatrixText.write(history, view.lineage(), screen, stream);
  }

  /** Refuses, with the reason, the options by which other commands pick two versions. */
  private static void refusePick(List<String> words) throws Refusal {
    int end = words.contains("--") ? words.indexOf("--") : words.size();
    for (String word : words.subList(0, end)) {
      if (word.equals("-v") || word.startsWith("--compare-versions") || word.equals("--latest")) {
        throw Refusal.unreadable(
            "versions shows all versions, so " + word + " has none to pick",
            "reroll versions --help",
            "reroll diff --help");
      }
    }
  }

  private SelectedLineage lineage(Options options, List<String> words) throws Refusal {
    VersionChoice.Request request =
        VersionChoice.Request.of(options, words, CompareOptions.selection(options));
    try (VersionChoice choice = VersionChoice.open(streams, report, request)) {
      return choice.lineage();
    }
  }

  /**
   * Rewrites options whose value may be left out, which must be attached: {@code --color=never}.
   */
  private static final class OptionalValues {
    private OptionalValues() {}

    /**
     * Returns {@code words} with {@code --color} and {@code --no-color} as the parser takes them.
     */
    static List<String> attach(List<String> words) {
      List<String> attached = new ArrayList<>(words);
      int end = words.contains("--") ? words.indexOf("--") : words.size();
      attached
          .subList(0, end)
          .replaceAll(
              word ->
                  switch (word) {
                    case "--color" -> "--color=always";
                    case "--no-color" -> "--color=never";
                    default -> word;
                  });
      return attached;
    }
  }

  /** The words around the options in {@code reroll versions --help}. */
  private static final class Help {
    static final String HEAD =
        """
        Show all versions of a patch series, and what became of each patch.

        Which versions are there, and in which did this patch change? Prints a timeline
        that says why each version is taken to follow another, and a table with a row
        for each patch and a column for each version.

          reroll versions 20260309.1@example.org
          reroll versions thread.mbox

        Unlike reroll diff it shows where something changed, in any number of versions,
        but not what.

        Usage: reroll versions [OPTIONS] SERIES
               reroll versions [OPTIONS] MAILBOX

        SERIES is a message-id of any mail of the series, a URL that holds one, or - for
        the mail itself on standard input.
        """;

    static final String TAIL =
        """
        Signs: + new, ! changed, - dropped, ~ moved among the others, ? its mail was not
        found; a number alone is the patch as it was before.

        Exit codes: 0 shown, 2 wrong usage or unreadable input, 3 no such series, 4 a
        server was not reached.
        """;

    private Help() {}
  }
}
