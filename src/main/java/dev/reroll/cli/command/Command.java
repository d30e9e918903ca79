package dev.reroll.cli.command;

import dev.reroll.cli.option.Syntax;
import dev.reroll.cli.terminal.ExitCode;
import dev.reroll.problem.Refusal;
import java.io.IOException;
import java.util.List;

/** One command of the program; {@code Commands} lists them all. */
public interface Command {
  /** Returns what {@code reroll help COMMAND} prints, at most 80 columns wide. */
  String help();

  /** Returns its options. */
  Syntax syntax();

  /** Does the work; {@code words} are those behind the command's name. */
  ExitCode run(List<String> words) throws Refusal, IOException;
}
