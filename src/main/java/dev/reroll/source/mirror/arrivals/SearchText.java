package dev.reroll.source.mirror.arrivals;

import java.util.Locale;

/** Brings titles into the form in which they are looked for. */
public final class SearchText {
  private SearchText() {}

  /**
   * Returns the words of {@code text} in lower case, one blank before, between and behind them;
   * only a blank where there are none. A text holds a title where its words contain the title's.
   */
  public static String of(String text) {
    StringBuilder words = new StringBuilder(text.length() + 2).append(' ');
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      boolean isWord = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
      if (isWord) {
        words.append(c);
      } else if (words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
    }
    return words.charAt(words.length() - 1) == ' '
        ? words.toString()
        : words.append(' ').toString();
  }
}
