package dev.reroll.mail;

import dev.reroll.bytes.Octets;

/**
 * The line {@code -- >8 --} in a mail, below which the patch begins: {@code git am} drops what is
 * above it with {@code --scissors} or {@code mailinfo.scissors} (git-mailinfo(1)).
 */
final class Scissors {
  private static final String[] MARKS = {">8", "8<", ">%", "%<"};

  /** Those of {@code -- >8 --}. */
  private static final int MIN_MARKS = 6;

  private Scissors() {}

  /** Returns where the first line of scissors ends; −1 where there is none. */
  static int endIn(Octets text) {
    int end = 0;
    for (int line = 0; line < text.length(); line = end) {
      end = text.endOfLine(line);
      if (isScissors(text.slice(line, end))) {
        return end;
      }
    }
    return -1;
  }

  /** Whether a line is scissors and dashes for the most part, as git-mailinfo(1) has it. */
  private static boolean isScissors(Octets line) {
    if (line.indexOf('-', 0) < 0 || line.length() > 200) {
      return false;
    }
    String rest = line.toString();
    boolean isCut = false;
    int marks = 0;
    for (String mark : MARKS) {
      int before = rest.length();
      rest = rest.replace(mark, "");
      isCut |= rest.length() < before;
      marks += before - rest.length();
    }
    int words = 0;
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      marks += c == '-' ? 1 : 0;
      words += c > ' ' && c != '-' ? 1 : 0;
    }
    return isCut && marks >= MIN_MARKS && words <= marks;
  }
}
