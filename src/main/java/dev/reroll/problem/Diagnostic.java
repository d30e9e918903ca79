package dev.reroll.problem;

/**
 * Reports a bad spot in the input; work continues.
 *
 * @param severity how much it matters
 * @param where the place in the input
 * @param text one line for people, without the place, starting in lower case
 */
public record Diagnostic(Severity severity, Locator where, String text) {
  /** How much a diagnostic matters to the reader of the result. */
  public enum Severity {
    /** Good to know; the result is right. */
    NOTE,
    /** The result may differ from what the sender meant. */
    WARNING
  }

  /** Returns a warning. */
  public static Diagnostic warning(Locator where, String text) {
    return new Diagnostic(Severity.WARNING, where, text);
  }

  /** Returns a note. */
  public static Diagnostic note(Locator where, String text) {
    return new Diagnostic(Severity.NOTE, where, text);
  }
}
