package dev.reroll.message;

/** Takes UTF-8 apart (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF. */
public final class Utf8 {
  private Utf8() {}

  /** Says whether all of {@code text} is well-formed UTF-8. */
  public static boolean isWellFormed(Octets text) {
    return wellFormedLength(text) == text.length();
  }

  /** Returns {@code text} up to the first octet that is no well-formed UTF-8. */
  public static Octets wellFormedPart(Octets text) {
    return text.slice(0, wellFormedLength(text));
  }

  private static int wellFormedLength(Octets text) {
    if (text.isAscii()) {
      return text.length(); // As most are.
    }
    int i = 0;
    while (i < text.length()) {
      int length = sequenceLength(text, i, text.length());
      if (length == 0) {
        return i;
      }
      i += length;
    }
    return i;
  }

  /** Returns how many octets the character at {@code from} takes, 1 to 4; 0 where it is broken. */
  public static int sequenceLength(Octets text, int from, int to) {
    int lead = text.at(from) & 0xff;
    if (lead < 0x80) {
      return 1;
    }
    int length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length == 0 || from + length > to) {
      return 0;
    }
    for (int i = from + 1; i < from + length; i++) {
      if ((text.at(i) & 0xc0) != 0x80) {
        return 0;
      }
    }
    int codePoint = codePoint(text, from, length);
    boolean overlong = codePoint < (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000);
    boolean surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
    return overlong || surrogate || codePoint > 0x10ffff ? 0 : length;
  }

  /** Returns the character of the {@code length} octets at {@code from}, which are well formed. */
  public static int codePoint(Octets text, int from, int length) {
    int value = text.at(from) & (length == 1 ? 0x7f : 0xff >> (length + 1));
    for (int i = from + 1; i < from + length; i++) {
      value = value << 6 | (text.at(i) & 0x3f);
    }
    return value;
  }
}
