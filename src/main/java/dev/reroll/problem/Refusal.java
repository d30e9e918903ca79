package dev.reroll.problem;

import java.util.List;

/**
 * Says that what was asked for cannot be done, and what the user can type instead: the one family
 * of checked exceptions. Only {@code cli} turns it into words on a stream and an exit code.
 */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  /** What was refused; each kind has an exit code of its own in {@code cli}. */
  public enum Kind {
    /** Wrong usage, or an input that cannot be read. */
    UNREADABLE,
    /** No patch, series or version was found on one side. */
    NOTHING_TO_COMPARE,
    /** A server was not reached, or a mail was not sent. */
    UNREACHED
  }

  private final Kind kind;
  private final transient List<String> hints;

  /**
   * Refuses.
   *
   * @param message one line without {@code error:}, as STYLE asks: what could not be done, why
   * @param hints at most two lines without {@code hint:}, to be typed as they stand
   */
  public Refusal(Kind kind, String message, List<String> hints) {
    super(message);
    this.kind = kind;
    this.hints = List.copyOf(hints);
  }

  /** Refuses an input that cannot be read. */
  public static Refusal unreadable(String message, String... hints) {
    return new Refusal(Kind.UNREADABLE, message, List.of(hints));
  }

  /** Refuses because one side has nothing to compare. */
  public static Refusal nothingToCompare(String message, String... hints) {
    return new Refusal(Kind.NOTHING_TO_COMPARE, message, List.of(hints));
  }

  /** Refuses because a server did not do its part. */
  public static Refusal unreached(String message, String... hints) {
    return new Refusal(Kind.UNREACHED, message, List.of(hints));
  }

  public Kind kind() {
    return kind;
  }

  public List<String> hints() {
    return hints;
  }
}
