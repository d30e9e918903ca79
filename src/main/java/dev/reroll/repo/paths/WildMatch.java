package dev.reroll.repo.paths;

/** Turns a pattern of a pathspec into a regular expression. */
public final class WildMatch {
  private WildMatch() {}

  /**
   * Returns a regular expression for whole paths.
   *
   * @param glob whether a star stops at slashes, and two stars do not
   */
  public static String regex(String pattern, boolean glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*') {
        i = star(pattern, i, glob, regex);
      } else if (c == '?') {
        regex.append(glob ? "[^/]" : ".");
      } else if (c == '[' && closing(pattern, i) > 0) {
        int end = closing(pattern, i);
        regex.append(set(pattern.substring(i + 1, end)));
        i = end;
      } else {
        boolean escaped = c == '\\' && i + 1 < pattern.length();
        literal(escaped ? pattern.charAt(++i) : c, regex);
      }
    }
    return regex.toString();
  }

  private static int star(String pattern, int at, boolean glob, StringBuilder regex) {
    int end = at;
    while (end + 1 < pattern.length() && pattern.charAt(end + 1) == '*') {
      end++;
    }
    boolean several = end > at;
    boolean folders = several && (at == 0 || pattern.charAt(at - 1) == '/');
    if (glob && folders && end + 1 < pattern.length() && pattern.charAt(end + 1) == '/') {
      regex.append("(.*/)?");
      return end + 1;
    }
    regex.append(!glob || (folders && end + 1 == pattern.length()) ? ".*" : "[^/]*");
    return end;
  }

  private static int closing(String pattern, int open) {
    int from = open + 1;
    if (from < pattern.length() && "!^".indexOf(pattern.charAt(from)) >= 0) {
      from++;
    }
    return pattern.indexOf(']', from + 1);
  }

  private static String set(String content) {
    boolean negated = content.startsWith("!") || content.startsWith("^");
    String chars = negated ? content.substring(1) : content;
    StringBuilder set = new StringBuilder(negated ? "[^" : "[");
    for (int i = 0; i < chars.length(); i++) {
      if ("[]&^\\".indexOf(chars.charAt(i)) >= 0) {
        set.append('\\');
      }
      set.append(chars.charAt(i));
    }
    return set.append(']').toString();
  }

  private static void literal(char c, StringBuilder regex) {
    if (!Character.isLetterOrDigit(c) && c < 128) {
      regex.append('\\');
    }
    regex.append(c);
  }
}
