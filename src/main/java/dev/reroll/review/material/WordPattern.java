package dev.reroll.review.material;

import java.util.regex.Pattern;

/**
 * Regular expressions that ask where words begin and end: {@code \<} and {@code \>}, as grep writes
 * them, match where no letter, digit, underline or accent stands before or behind.
 *
 * <p>{@code \b} will not do for the text of a mail. Behind a run of accents it goes back to the
 * letter below them at each place where it is tried, so that a search takes time with the square of
 * the run; and which letters it knows depends on the release of Java.
 */
public final class WordPattern {
  private static final String IN_WORD = "[\\p{L}\\p{Nd}\\p{Mn}_]";

  private WordPattern() {}

  /** Compiles {@code expression}, without regard to case. */
  public static Pattern compile(String expression) {
    return Pattern.compile(
        expression.replace("\\<", "(?<!" + IN_WORD + ")").replace("\\>", "(?!" + IN_WORD + ")"),
        Pattern.CASE_INSENSITIVE);
  }
}
