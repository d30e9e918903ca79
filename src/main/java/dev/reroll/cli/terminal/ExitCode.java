package dev.reroll.cli.terminal;

/** How a run ended, to scripts. */
public enum ExitCode {
  /** Compared, whether or not there are differences. */
  DONE(0),
  /** Differences were found; only with {@code --exit-code}. */
  DIFFERENT(1),
  /** Wrong usage, or an input that cannot be read. */
  UNREADABLE(2),
  /** No patch, series or version was found on one side. */
  NOTHING_TO_COMPARE(3),
  /** A server was not reached, or a mail was not sent. */
  UNREACHED(4),
  /** Answered in part: files or patches are left out. */
  PARTIAL(5),
  /** A bug of ours. */
  BUG(70);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** Returns the number that the process ends with. */
  public int code() {
    return code;
  }
}
