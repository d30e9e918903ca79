package dev.reroll.problem;

import java.util.ArrayList;
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
  private final transient List<Hint> hints;

  /**
   * Refuses.
   *
   * @param message one line without {@code error:}, as STYLE asks: what could not be done, why
   * @param hints at most two
   */
  public Refusal(Kind kind, String message, List<Hint> hints) {
    super(message);
    this.kind = kind;
    this.hints = List.copyOf(hints);
  }

  /** Refuses an input that cannot be read. */
  public static Refusal unreadable(String message, Hint... hints) {
    return new Refusal(Kind.UNREADABLE, message, List.of(hints));
  }

  /** Refuses the same; {@code lines} are typed as they stand, and name their program. */
  public static Refusal unreadable(String message, String line, String... lines) {
    return new Refusal(Kind.UNREADABLE, message, hints(line, lines));
  }

  /** Refuses because one side has nothing to compare. */
  public static Refusal nothingToCompare(String message, Hint... hints) {
    return new Refusal(Kind.NOTHING_TO_COMPARE, message, List.of(hints));
  }

  /** Refuses the same; {@code lines} are typed as they stand, and name their program. */
  public static Refusal nothingToCompare(String message, String line, String... lines) {
    return new Refusal(Kind.NOTHING_TO_COMPARE, message, hints(line, lines));
  }

  /** Refuses because a server did not do its part. */
  public static Refusal unreached(String message, Hint... hints) {
    return new Refusal(Kind.UNREACHED, message, List.of(hints));
  }

  /** Refuses the same; {@code lines} are typed as they stand, and name their program. */
  public static Refusal unreached(String message, String line, String... lines) {
    return new Refusal(Kind.UNREACHED, message, hints(line, lines));
  }

  private static List<Hint> hints(String line, String... lines) {
    List<Hint> hints = new ArrayList<>(List.of(Hint.line(line)));
    for (String other : lines) {
      hints.add(Hint.line(other));
    }
    return hints;
  }

  public Kind kind() {
    return kind;
  }

  public List<Hint> hints() {
    return hints;
  }
}
