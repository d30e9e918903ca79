package dev.reroll.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * A variable that {@code git -c} hands on in {@code GIT_CONFIG_PARAMETERS}: {@code 'key'='value'},
 * or {@code 'key=value'} as git wrote it before 2.31, in the shell's quotes and with blanks
 * between. One without a value is true.
 */
record GivenVariable(String key, String value) {
  private static final int MOST = 1000;

  /** Reads all; none where they are not written as git writes them, which git refuses. */
  static List<GivenVariable> read(String text) {
    List<GivenVariable> variables = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == ' ') {
        at++;
        continue;
      }
      StringBuilder key = new StringBuilder();
      StringBuilder value = new StringBuilder();
      int end = unquote(text, at, key);
      boolean hasValue = end > at && end < text.length() && text.charAt(end) == '=';
      if (hasValue) {
        boolean isEmpty = end + 1 == text.length() || text.charAt(end + 1) == ' ';
        end = isEmpty ? end + 1 : unquote(text, end + 1, value);
        hasValue = !isEmpty;
      }
      boolean ends = end > at && (end == text.length() || text.charAt(end) == ' ');
      if (!ends || variables.size() == MOST) {
        return List.of();
      }
      variables.add(hasValue ? new GivenVariable(key.toString(), value.toString()) : old(key));
      at = end;
    }
    return variables;
  }

  private static GivenVariable old(StringBuilder word) {
    int sign = word.indexOf("=");
    return sign < 0
        ? new GivenVariable(word.toString(), "true")
        : new GivenVariable(word.substring(0, sign), word.substring(sign + 1));
  }

  /** Reads a quoted word; returns where it ends, or -1 where there is none. */
  private static int unquote(String text, int start, StringBuilder word) {
    int at = start;
    while (at < text.length() && text.charAt(at) == '\'') {
      int end = text.indexOf('\'', at + 1);
      if (end < 0) {
        return -1;
      }
      word.append(text, at + 1, end);
      at = end + 1;
      boolean isEscaped = text.startsWith("\\'", at) || text.startsWith("\\!", at);
      if (isEscaped && text.startsWith("'", at + 2)) {
        word.append(text.charAt(at + 1));
        at += 2;
      } else {
        return at;
      }
    }
    return -1;
  }
}
