package dev.reroll.mail;

import dev.reroll.message.OctetBuilder;
import dev.reroll.message.Octets;
import java.nio.charset.StandardCharsets;

/**
 * Makes text the valid UTF-8 that a commit holds: every octet that is part of no valid sequence is
 * taken for Latin-1, as {@code git commit} does with a warning.
 *
 * <p>Valid is what RFC 3629 allows, less the non-characters (U+FDD0…U+FDEF, U+xFFFE, U+xFFFF),
 * which git refuses too.
 */
final class Utf8 {
  private Utf8() {}

  static boolean isValid(Octets octets) {
    if (octets.isAscii()) {
      return true; // As most are.
    }
    int at = 0;
    while (at < octets.length()) {
      int length = sequenceLength(octets, at);
      if (length == 0) {
        return false;
      }
      at += length;
    }
    return true;
  }

  /** Returns {@code octets} itself where it is valid, else a repaired copy. */
  static Octets repaired(Octets octets) {
    if (isValid(octets)) {
      return octets;
    }
    OctetBuilder out = new OctetBuilder(octets.length() + 16);
    int at = 0;
    while (at < octets.length()) {
      int length = sequenceLength(octets, at);
      if (length == 0) {
        int octet = octets.at(at) & 0xFF;
        out.append(0xC0 | (octet >> 6)).append(0x80 | (octet & 0x3F));
        at++;
      } else {
        out.append(octets, at, at + length);
        at += length;
      }
    }
    return out.toOctets();
  }

  /** Returns {@code octets}, repaired, as a string. */
  static String text(Octets octets) {
    return repaired(octets).decode(StandardCharsets.UTF_8);
  }

  /** Returns the length of the valid sequence at {@code at}; 0 where there is none. */
  private static int sequenceLength(Octets octets, int at) {
    int lead = octets.at(at) & 0xFF;
    if (lead < 0x80) {
      return 1;
    }
    int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > octets.length()) {
      return 0;
    }
    int point = lead & (0xFF >> (length + 1));
    for (int i = 1; i < length; i++) {
      int octet = octets.at(at + i) & 0xFF;
      if ((octet & 0xC0) != 0x80) {
        return 0;
      }
      point = (point << 6) | (octet & 0x3F);
    }
    return isCharacter(point, length) ? length : 0;
  }

  private static boolean isCharacter(int point, int length) {
    int smallest = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
    boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
    boolean nonCharacter = (point >= 0xFDD0 && point <= 0xFDEF) || (point & 0xFFFE) == 0xFFFE;
    return point >= smallest && point <= 0x10FFFF && !surrogate && !nonCharacter;
  }
}
