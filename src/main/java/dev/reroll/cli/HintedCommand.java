package dev.reroll.cli;

import dev.reroll.cli.command.Command;
import dev.reroll.cli.option.DiffArguments;
import dev.reroll.cli.option.Options;
import dev.reroll.cli.option.ShellWords;
import dev.reroll.problem.Refusal;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The command that the user typed, for which a hint is worded: hints that several commands share
 * are written for {@code diff}.
 *
 * @param name what the user typed
 * @param command what it names
 */
record HintedCommand(String name, Command command) implements UnaryOperator<String> {
  private static final String OF_DIFF = "reroll diff ";
  private static final Set<String> LIKE_DIFF =
      Set.of("html", "interdiff", "mail", "review", "versions");

  /**
   * Returns {@code hint} so that it can be typed as it stands and does what was wanted. Where this
   * command lacks an option of it, it stays one of {@code diff}.
   */
  @Override
  public String apply(String hint) {
    int at = hint.indexOf(OF_DIFF);
    if (at < 0 || !LIKE_DIFF.contains(name)) {
      return hint;
    }
    String rest = hint.substring(at + OF_DIFF.length());
    if (!takes(rest)) {
      return hint;
    }
    boolean needsFile = name.equals("html") && !rest.contains("-o ") && !rest.contains("--help");
    return hint.substring(0, at) + "reroll " + name + (needsFile ? " -o FILE " : " ") + rest;
  }

  private boolean takes(String line) {
    int redirection = line.indexOf(" < ");
    try {
      List<String> words =
          ShellWords.split(redirection < 0 ? line : line.substring(0, redirection));
      Options.parse(command.syntax(), DiffArguments.rewrite(words));
      return true;
    } catch (Refusal unknownToIt) {
      return false;
    }
  }
}
