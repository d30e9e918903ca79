package dev.reroll.launch;

import dev.reroll.cli.Program;
import dev.reroll.cli.terminal.Streams;

/** Starts the program. */
public final class Main {
  private Main() {}

  /** Runs the command that {@code arguments} name, and ends the process with its exit code. */
  public static void main(String[] arguments) {
    if (arguments.length > 1) {
      beginAhead(arguments[0]);
    }
    int code = new Program(Streams.ofProcess()).run(arguments).code();
    if (code
        != 0) { // To return is quicker: System.exit first asks whether to log that it was called.
      System.exit(code);
    }
  }

  private static void beginAhead(String command) {
    if (command.equals("diff")) {
      HeadStart.begin();
    } else if (command.equals("html")) {
      PageHeadStart.begin();
    }
  }
}
