package dev.reroll.cli;

import dev.reroll.cli.command.Command;
import dev.reroll.cli.option.DiffArguments;
import dev.reroll.cli.option.Options;
import dev.reroll.cli.option.ShellWords;
import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The command that the user typed, for which a hint is worded: hints that several commands share
 * are written for {@code diff}.
 *
 * @param name what the user typed
 * @param command what it names
 */
record HintedCommand(String name, Command command) implements Function<Hint, String> {
  private static final Set<String> LIKE_DIFF =
      Set.of("html", "interdiff", "mail", "review", "versions");

  /**
   * Returns {@code hint} so that it can be typed as it stands and does what was wanted. Where this
   * command lacks an option of it, it stays one of {@code diff}.
   */
  @Override
  public String apply(Hint hint) {
    if (!(hint instanceof Hint.Again again)
        || !LIKE_DIFF.contains(name)
        || !takes(again.arguments())) {
      return hint.line();
    }
    String arguments = again.arguments();
    boolean needsFile =
        name.equals("html") && !arguments.contains("-o ") && !arguments.contains("--help");
    return again.of("reroll " + name + (needsFile ? " -o FILE" : ""));
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
