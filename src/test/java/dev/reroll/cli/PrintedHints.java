package dev.reroll.cli;

import dev.reroll.cli.option.DiffArguments;
import dev.reroll.cli.option.DiffOptions;
import dev.reroll.cli.option.Options;
import dev.reroll.cli.option.ShellWords;
import dev.reroll.cli.option.Syntax;
import dev.reroll.problem.Refusal;
import java.nio.file.Path;
import java.util.List;

/** Holds every hint that any test sees printed against the commands and options that there are. */
final class PrintedHints {
  private static final String OURS = "hint: reroll ";

  private PrintedHints() {}

  /** Fails where a hint in {@code err} would be answered with a usage error. */
  static void check(String err) {
    err.lines()
        .filter(line -> line.startsWith(OURS))
        .map(line -> line.substring(OURS.length()))
        .forEach(PrintedHints::checkWords);
  }

  private static void checkWords(String line) {
    int redirection = line.indexOf(" < ");
    try {
      List<String> words =
          ShellWords.split(redirection < 0 ? line : line.substring(0, redirection));
      if (words.get(0).startsWith("-") || words.get(0).equals("help")) {
        return;
      }
      Run run = new Run(Path.of(""));
      Syntax syntax = Commands.make(words.get(0), run.streams(), run.report()).syntax();
      List<String> rest = words.subList(1, words.size());
      if (syntax.command().equals("diff")) {
        DiffOptions.parse(rest);
      } else {
        Options.parse(syntax, DiffArguments.rewrite(rest));
      }
    } catch (Refusal wrongUsage) {
      throw new AssertionError("this hint cannot be typed: reroll " + line, wrongUsage);
    }
  }
}
