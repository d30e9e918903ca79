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
  private static final int MAX_WIDTH = 10_000;

  private OutputChoice() {}

  /**
   * Chooses by the options, by what standard output is, and by git's pager rules. Before a pager,
   * {@code report} holds back what it is told: the pager shows it.
   */
  public static Output choose(
      GivenWords options, Streams streams, GitSettings settings, Report report) throws Refusal {
    Optional<String> file = options.value("--output-diff");
    if (file.isPresent() && !file.get().equals("-")) {
      return new FileOutput(streams.workingFolder().resolve(file.get()), file.get());
    }
    if (streams.outIsTerminal() && !options.has("--no-pager")) {
      Optional<String> pager = Pager.command(settings);
      if (pager.isPresent()) {
        boolean colored = new ColorChoice(options, settings, true).isColored();
        report.hold(new HeldLines(colored, !options.has("--json")));
        return new Pager(pager.get(), streams, report);
      }
    }
    return new Output.StandardOutput(streams);
  }

  /** Returns how many columns {@code output} has: those of {@code --width}, where it is given. */
  public static int width(Options options, Streams streams, Output output) throws Refusal {
    int given = options.number("--width", ScreenOptions.MIN_WIDTH, MAX_WIDTH, 0);
    return given > 0 ? given : new ScreenWidth(streams).columns(output);
  }
}
