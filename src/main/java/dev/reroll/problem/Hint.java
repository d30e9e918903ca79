package dev.reroll.problem;

/** A command that the user can type next, as it stands. */
public sealed interface Hint {
  /** The command that most people run. */
  String STANDARD = "reroll diff";

  /** Returns the command as it is typed, with {@link #STANDARD} as the running command. */
  String line();

  /** Returns a hint that names its program. */
  static Hint line(String line) {
    return new Line(line);
  }

  /**
   * Returns the running command with other arguments.
   *
   * @param arguments as they are typed in a shell
   */
  static Hint again(String arguments) {
    return new Again("", arguments);
  }

  /**
   * A command that names its program.
   *
   * @param line as it is typed in a shell
   */
  record Line(String line) implements Hint {}

  /**
   * The running command with other arguments. The code that refuses need not know which command it
   * is.
   *
   * @param environment variables set for it, with a blank at the end; usually empty
   * @param arguments as they are typed in a shell
   */
  record Again(String environment, String arguments) implements Hint {
    @Override
    public String line() {
      return of(STANDARD);
    }

    /** Returns the line for {@code command}, the program's name included. */
    public String of(String command) {
      return environment + command + (arguments.isEmpty() ? "" : " " + arguments);
    }
  }
}
