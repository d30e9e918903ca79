package dev.reroll.bytes;

import java.nio.charset.StandardCharsets;

/**
 * Takes UTF-8 apart (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
 *
 * <p>Also makes text the UTF-8 that a commit holds. That is the same less the non-characters
 * (U+FDD0…U+FDEF, U+xFFFE, U+xFFFF), which git refuses too.
 */
public final class Utf8 {
  private Utf8() {}

  /** Whether all of {@code text} is well-formed UTF-8. */
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

  /** Returns whether {@code git commit} takes all of {@code text} as it is. */
  public static boolean isCommittable(Octets text) {
    if (text.isAscii()) {
      return true; // As most are.
    }
    int at = 0;
    while (at < text.length()) {
      int length = committableLength(text, at);
      if (length == 0) {
        return false;
      }
      at += length;
    }
    return true;
  }

  /**
   * Returns {@code text} itself where it is committable, else a repaired copy: every octet that is
   * part of no valid sequence is taken for Latin-1, as {@code git commit} does with a warning.
   */
  public static Octets repaired(Octets text) {
    if (isCommittable(text)) {
      return text;
    }
    OctetBuilder out = new OctetBuilder(text.length() + 16);
    int at = 0;
    while (at < text.length()) {
      int length = committableLength(text, at);
      if (length == 0) {
        int octet = text.at(at) & 0xff;
        out.append(0xc0 | (octet >> 6)).append(0x80 | (octet & 0x3f));
        at++;
      } else {
        out.append(text, at, at + length);
        at += length;
      }
    }
    return out.toOctets();
  }

  /** Returns {@code text}, repaired, as a string. */
  public static String string(Octets text) {
    return repaired(text).decode(StandardCharsets.UTF_8);
  }

  private static int committableLength(Octets text, int from) {
    if (text.at(from) >= 0) {
      return 1;
    }
    int length = sequenceLength(text, from, text.length());
    return length > 2 && isNonCharacter(codePoint(text, from, length)) ? 0 : length;
  }

  private static boolean isNonCharacter(int codePoint) {
    return (codePoint >= 0xfdd0 && codePoint <= 0xfdef) || (codePoint & 0xfffe) == 0xfffe;
  }
}
