package dev.reroll.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * Splits text that every mail has, such as subjects and dates. Without a regular expression: to
 * load that machinery takes longer than reading all mails of a small series.
 */
final class Words {
  /** White space, as a separator of words. */
  static final String BLANKS = " \t\n\r\f\u000b";

  private Words() {}

  /** Returns {@code text} without the {@code separators}, of which most texts have none. */
  static String joined(String text, String separators) {
    for (int i = 0; i < separators.length(); i++) {
      if (text.indexOf(separators.charAt(i)) >= 0) {
        return String.join("", of(text, separators));
      }
    }
    return text;
  }

  /** Returns what stands between the {@code separators}, none of it empty. */
  static List<String> of(String text, String separators) {
    List<String> words = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(text, separators);
    while (tokens.hasMoreTokens()) {
      words.add(tokens.nextToken());
    }
    return words;
  }
}
