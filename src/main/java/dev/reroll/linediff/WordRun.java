package dev.reroll.linediff;

/**
 * Words that stand together: in both texts, or in one of them.
 *
 * @param sign {@code ' '} in both, {@code '-'} only in the old, {@code '+'} only in the new text
 * @param text the words and the white space between them, never empty
 */
public record WordRun(char sign, String text) {
  public WordRun {
    if (" +-".indexOf(sign) < 0 || text.isEmpty()) {
      throw new IllegalArgumentException("no run of words: " + sign + text);
    }
  }
}
