package dev.reroll.cli;

import dev.reroll.app.HeadStart;

/** Starts the program. */
public final class Main {
  private Main() {}

  /** Runs the command that {@code arguments} name, and ends the process with its exit code. */
  public static void main(String[] arguments) {
    if (arguments.length > 1 && arguments[0].equals("diff")) {
      HeadStart.begin();
    }
    int code = new Program(Streams.ofProcess()).run(arguments).code();
    if (code
        != 0) { // To return is quicker: System.exit first asks whether to log that it was called.
      System.exit(code);
    }
  }
}
