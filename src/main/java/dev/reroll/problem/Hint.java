package dev.reroll.problem;

/** A command that the user can type next, as it stands. */
public sealed interface Hint {
  /** The command that most people run. */
  String STANDARD = "reroll diff";

  /** Returns the command as it is typed, taking {@link #STANDARD} for the one that runs now. */
  String line();

  /** Returns a command that names its program. */
  static Hint line(String line) {
    return new Line(line);
  }

  /**
   * Returns the command that runs now with other arguments.
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
   * The command that runs now with other arguments: whoever refuses need not know which one it is.
   *
   * @param environment what stands before it, with a blank at its end; mostly empty
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
