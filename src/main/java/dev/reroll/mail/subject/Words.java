package dev.reroll.mail.subject;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits text that every mail has, such as subjects and dates. Without a regular expression: to
 * load that machinery takes longer than reading all mails of a small series.
 */
public final class Words {
  /** White space, as a separator of words. */
  public static final String BLANKS = " \t\n\r\f\u000b";

  private Words() {}

  /** Returns {@code text} without the {@code separators}. */
  public static String joined(String text, String separators) {
    List<String> words = of(text, separators);
    return words.size() == 1 ? words.get(0) : String.join("", words);
  }

  /** Returns what stands between the {@code separators}, none of it empty. */
  public static List<String> of(String text, String separators) {
    List<String> words = new ArrayList<>();
    char[] chars = text.toCharArray();
    char highest = highest(separators);
    int start = 0;
    for (int i = 0; i < chars.length; i++) { // Few calls: a short run interprets this loop.
      if (chars[i] <= highest && separators.indexOf(chars[i]) >= 0) {
        if (i > start) {
          words.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    if (start < chars.length) {
      words.add(text.substring(start));
    }
    return words;
  }

  private static char highest(String separators) {
    char highest = 0;
    for (int i = 0; i < separators.length(); i++) {
      highest = (char) Math.max(highest, separators.charAt(i));
    }
    return highest;
  }
}
