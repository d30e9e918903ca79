package dev.reroll.render.text;

import dev.reroll.bytes.Octets;

/**
 * Finds the header lines of a range-diff in any text: {@code 2: e3337c4 ! 3: 4f9dd12 title}, with
 * whatever stands before it.
 *
 * @param start where the first number begins, padding and quoting before it
 * @param sign where {@code = ! <} or {@code >} stands
 * @param title where the blank before the title stands
 */
record RangeDiffLine(int start, int sign, int title) {
  private static final RangeDiffLine NONE = new RangeDiffLine(-1, -1, -1);

  /** Reads a line; what comes back {@link #isNone} where it is no header. */
  static RangeDiffLine of(Octets line, int from) {
    int start = from;
    while (start < line.length() && line.at(start) == ' ') {
      start++;
    }
    int afterBefore = place(line, start);
    if (afterBefore < 0 || !isBlank(line, afterBefore) || afterBefore + 2 >= line.length()) {
      return NONE;
    }
    int sign = afterBefore + 1;
    if ("=!<>".indexOf(line.at(sign)) < 0 || !isBlank(line, sign + 1)) {
      return NONE;
    }
    int second = sign + 2;
    while (second < line.length() && line.at(second) == ' ') {
      second++;
    }
    int title = place(line, second);
    boolean ended = title >= 0 && (title == line.length() || isBlank(line, title));
    boolean fits = ended && sidesFit(line, new int[] {start, sign, second});
    return fits ? new RangeDiffLine(start, sign, title) : NONE;
  }

  boolean isNone() {
    return start < 0;
  }

  /** The side that a patch is missing from, and no other, is made of dashes. */
  private static boolean sidesFit(Octets line, int[] at) {
    boolean noBefore = line.at(at[0]) == '-';
    boolean noAfter = line.at(at[2]) == '-';
    return switch (line.at(at[1])) {
      case '<' -> !noBefore && noAfter;
      case '>' -> noBefore && !noAfter;
      default -> !noBefore && !noAfter;
    };
  }

  /** Reads {@code 12: 0123abc} or {@code -: -------}; returns where it ends, −1 if it is none. */
  private static int place(Octets line, int from) {
    int at = from;
    boolean missing = at < line.length() && line.at(at) == '-';
    while (at < line.length() && (missing ? at == from : isDigit(line.at(at)))) {
      at++;
    }
    if (at == from || at - from > 6 || !line.startsWith(":  ", at)) {
      return -1;
    }
    int id = at + 3;
    int end = id;
    while (end < line.length() && (missing ? line.at(end) == '-' : isHex(line.at(end)))) {
      end++;
    }
    return end - id >= 4 && end - id <= 64 ? end : -1;
  }

  private static boolean isBlank(Octets line, int at) {
    return at < line.length() && line.at(at) == ' ';
  }

  private static boolean isDigit(byte octet) {
    return octet >= '0' && octet <= '9';
  }

  private static boolean isHex(byte octet) {
    return isDigit(octet) || (octet >= 'a' && octet <= 'f');
  }
}
