package dev.reroll.cli;

/** Starts the program. */
public final class Main {
  private Main() {}

  /** Runs the command that {@code arguments} name, and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new Program(Streams.ofProcess()).run(arguments).code());
  }
}
