package dev.reroll.cli.option;

import dev.reroll.cli.terminal.FileOutput;
import dev.reroll.cli.terminal.HeldLines;
import dev.reroll.cli.terminal.Output;
import dev.reroll.cli.terminal.Pager;
import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.ScreenWidth;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.problem.Refusal;
import dev.reroll.render.text.ScreenOptions;
import dev.reroll.settings.GitSettings;
import java.util.Optional;

/** Decides where the result goes, and how wide it may be. */
public final class OutputChoice {
  /** {@code -o}: the file to write the result to. */
  public static final Option.Value FILE =
      new Option.Value("-o, --output-diff FILE", "write to FILE, all of it or nothing");

  /** {@code --no-pager}: no pager on a terminal. */
  public static final Option.Flag NO_PAGER = new Option.Flag("--no-pager", "do not start a pager");

  /** {@code --json}: the result as JSON. */
  public static final Option.Flag JSON =
      new Option.Flag(
          "--json",
          "write JSON, as src/docs/reroll.schema.json describes it",
          "All of it, whatever is left out of the text.");

  /** {@code --width}: the width of tables in columns. */
  public static final Option.Value WIDTH =
      new Option.Value("--width N", "for N columns; default those of the terminal, else 80");

  /** {@code --exit-code}: exit code 1 for differences. */
  public static final Option.Flag EXIT_CODE =
      new Option.Flag(
          "--exit-code",
          "exit with 1 where there are differences",
          "Those that are printed as = are included.");

  /** {@code -q}: errors only. */
  public static final Option.Flag QUIET = new Option.Flag("-q, --quiet", "print only errors");

  /** {@code --debug}: a stack trace on failure. */
  public static final Option.Flag DEBUG =
      new Option.Flag("--debug", "show a stack trace if something fails");

  /** {@code -h}: the help of the command. */
  public static final Option.Flag HELP = new Option.Flag("-h, --help", "show this help");

  private static final int MAX_WIDTH = 10_000;

  private OutputChoice() {}

  /**
   * Chooses by the options, by what standard output is, and by git's pager rules. Before a pager,
   * {@code report} holds back what it is told: the pager shows it.
   */
  public static Output choose(
      GivenWords options, Streams streams, GitSettings settings, Report report) throws Refusal {
    Optional<String> file = options.value(FILE);
    if (file.isPresent() && !file.get().equals("-")) {
      return new FileOutput(streams.workingFolder().resolve(file.get()), file.get());
    }
    if (streams.outIsTerminal() && !options.has(NO_PAGER)) {
      Optional<String> pager = Pager.command(settings);
      if (pager.isPresent()) {
        boolean colored = new ColorChoice(options, settings, true).isColored();
        report.hold(new HeldLines(colored, !options.has(JSON)));
        return new Pager(pager.get(), streams, report);
      }
    }
    return new Output.StandardOutput(streams);
  }

  /** Returns how many columns {@code output} has: those of {@code --width}, where it is given. */
  public static int width(Options options, Streams streams, Output output) throws Refusal {
    int given = options.number(WIDTH, ScreenOptions.MIN_WIDTH, MAX_WIDTH, 0);
    return given > 0 ? given : new ScreenWidth(streams).columns(output);
  }
}
