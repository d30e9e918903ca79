package dev.reroll.render.text;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.bytes.Utf8;

/**
 * Makes what a terminal would obey, or what would reorder a line, visible: control characters as
 * {@code ^[}, others as {@code <U+202E>}, octets that are no UTF-8 as {@code <E4>}. Tabs stay.
 */
public final class VisibleText {
  private VisibleText() {}

  /** Returns {@code text} with everything visible. */
  public static String of(String text) {
    Octets octets = Octets.utf8(text);
    OctetBuilder out = new OctetBuilder(octets.length());
    append(octets, 0, octets.length(), out);
    return out.toOctets().toString();
  }

  static void append(Octets text, int from, int to, OctetBuilder out) {
    int i = from;
    while (i < to) {
      int octet = text.at(i) & 0xff;
      if (octet < 0x80) {
        appendAscii(octet, out);
        i++;
      } else {
        i += appendCharacter(text, i, to, out);
      }
    }
  }

  private static void appendAscii(int octet, OctetBuilder out) {
    if ((octet < ' ' && octet != '\t') || octet == 0x7f) {
      out.append('^').append(octet ^ 0x40);
    } else {
      out.append(octet);
    }
  }

  /** Appends the character at {@code from}; returns how many octets it takes. */
  private static int appendCharacter(Octets text, int from, int to, OctetBuilder out) {
    int length = Utf8.sequenceLength(text, from, to);
    if (length == 0) {
      out.append(String.format("<%02X>", text.at(from) & 0xff));
      return 1;
    }
    int codePoint = Utf8.codePoint(text, from, length);
    if (codePoint < 0xa0 || isDirectional(codePoint)) {
      out.append(String.format("<U+%04X>", codePoint));
    } else {
      out.append(text, from, from + length);
    }
    return length;
  }

  /** Whether the character changes the direction of text (UAX #9, 2). */
  private static boolean isDirectional(int codePoint) {
    return (codePoint >= 0x202a && codePoint <= 0x202e)
        || (codePoint >= 0x2066 && codePoint <= 0x2069)
        || codePoint == 0x200e
        || codePoint == 0x200f
        || codePoint == 0x061c;
  }
}
