package dev.reroll.cli.option;

import dev.reroll.cli.terminal.Output;
import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.problem.Refusal;
import dev.reroll.render.text.ScreenOptions;
import dev.reroll.render.text.TextOptions;
import dev.reroll.settings.GitSettings;

/**
 * Where a text goes that is laid out for people, in which colours, and how wide it may be.
 *
 * @param output a file, the pager or standard output
 * @param colors whether and how it is coloured
 * @param width in columns
 */
public record Screen(Output output, ColorChoice colors, int width) {
  /**
   * Chooses by the options; {@code report} is silenced where they say so.
   *
   * @throws Refusal where an option's value cannot be, or the file cannot be written
   */
  public static Screen choose(Options options, Streams streams, Report report) throws Refusal {
    if (options.has(OutputChoice.QUIET)) {
      report.beQuiet();
    }
    GitSettings settings = new GitSettings(streams.environment(), streams.workingFolder());
    Output output = OutputChoice.choose(options, streams, settings, report);
    ColorChoice colors = new ColorChoice(options, settings, output.isForPerson());
    int width = OutputChoice.width(options, streams, output);
    output.check();
    return new Screen(output, colors, width);
  }

  /**
   * Returns how lines of diffs are written.
   *
   * @param isDual whether both signs of a diff of diffs are coloured, where anything is
   */
  public TextOptions lines(boolean isDual) throws Refusal {
    return new TextOptions(
        colors.palette(),
        isDual && colors.isColored(),
        colors.whitespace(),
        colors.filter(),
        TextOptions.PLAIN.abbrev(),
        true,
        true,
        true);
  }

  /** Returns how tables are written. */
  public ScreenOptions table() throws Refusal {
    return new ScreenOptions(colors.palette(), width);
  }
}
