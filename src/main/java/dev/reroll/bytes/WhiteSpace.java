package dev.reroll.bytes;

/**
 * Knows what git takes for white space: space, tab, CR and LF. Form feed and vertical tab, which
 * other programs count too, are ordinary characters.
 */
public final class WhiteSpace {
  private WhiteSpace() {}

  /** Whether {@code octet} is white space. */
  public static boolean is(int octet) {
    return octet == ' ' || octet == '\t' || octet == '\n' || octet == '\r';
  }

  /** Returns {@code text} without the white space at its end. */
  public static Octets trimEnd(Octets text) {
    int end = text.length();
    while (end > 0 && is(text.at(end - 1))) {
      end--;
    }
    return text.slice(0, end);
  }
}
