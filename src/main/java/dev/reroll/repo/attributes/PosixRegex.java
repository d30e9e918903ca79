package dev.reroll.repo.attributes;

/** Rewrites extended regular expressions of POSIX (regex(7)) for Java. */
final class PosixRegex {
  private PosixRegex() {}

  /** Returns the same expression as Java writes it: within brackets a backslash is literal. */
  static String toJava(String posix) {
    StringBuilder java = new StringBuilder();
    for (int i = 0; i < posix.length(); i++) {
      char c = posix.charAt(i);
      if (c == '[') {
        i = bracket(posix, i, java);
      } else {
        java.append(c);
        if (c == '\\' && i + 1 < posix.length()) {
          java.append(posix.charAt(++i));
        }
      }
    }
    return java.toString();
  }

  private static int bracket(String posix, int open, StringBuilder java) {
    int i = open + 1;
    java.append('[');
    if (i < posix.length() && posix.charAt(i) == '^') {
      java.append('^');
      i++;
    }
    for (int first = i; i < posix.length() && (posix.charAt(i) != ']' || i == first); i++) {
      char c = posix.charAt(i);
      if (posix.startsWith("[:", i) && posix.indexOf(":]", i) > 0) {
        int end = posix.indexOf(":]", i);
        java.append(characterClass(posix.substring(i + 2, end)));
        i = end + 1;
      } else {
        java.append(
            c == '[' || c == ']' || c == '\\' || c == '&' || c == '^'
                ? "\\" + c
                : String.valueOf(c));
      }
    }
    java.append(']');
    return i;
  }

  private static String characterClass(String name) {
    return switch (name) {
      case "alnum" -> "\\p{Alnum}";
      case "digit" -> "\\p{Digit}";
      case "upper" -> "\\p{Upper}";
      case "lower" -> "\\p{Lower}";
      case "space" -> "\\s\\x0B";
      case "blank" -> "\\p{Blank}";
      case "punct" -> "\\p{Punct}";
      case "xdigit" -> "\\p{XDigit}";
      case "cntrl" -> "\\p{Cntrl}";
      case "print" -> "\\p{Print}";
      case "graph" -> "\\p{Graph}";
      default -> "\\p{Alpha}";
    };
  }
}
