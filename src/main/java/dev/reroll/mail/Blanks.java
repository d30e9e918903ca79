package dev.reroll.mail;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.mail.subject.Words;

/**
 * Handles white space as git knows it: space, tab, CR and LF. A form feed is an ordinary character.
 */
final class Blanks {
  private Blanks() {}

  static boolean isBlank(int octet) {
    return octet == ' ' || octet == '\t' || octet == '\n' || octet == '\r';
  }

  /** Returns where {@code octets[from..to)} ends without the white space at its end. */
  static int endWithout(Octets octets, int from, int to) {
    int end = to;
    while (end > from && isBlank(octets.at(end - 1))) {
      end--;
    }
    return end;
  }

  /** Returns {@code octets} without the white space at both ends. */
  static Octets trimmed(Octets octets) {
    int end = endWithout(octets, 0, octets.length());
    int start = 0;
    while (start < end && isBlank(octets.at(start))) {
      start++;
    }
    return octets.slice(start, end);
  }

  /** Returns {@code octets} trimmed, with every run of white space made one blank. */
  static Octets collapsed(Octets octets) {
    Octets trimmed = trimmed(octets);
    if (isCollapsed(trimmed.toByteArray())) {
      return trimmed; // As most are.
    }
    OctetBuilder out = new OctetBuilder(trimmed.length());
    for (int i = 0; i < trimmed.length(); i++) {
      byte octet = trimmed.at(i);
      if (!isBlank(octet)) {
        out.append(octet);
      } else if (!isBlank(trimmed.at(i - 1))) {
        out.append(' ');
      }
    }
    return out.toOctets();
  }

  /** Whether there is no white space but single blanks. */
  private static boolean isCollapsed(byte[] octets) {
    byte last = 0;
    for (byte octet : octets) { // No calls in here: a short run interprets this loop.
      if (octet <= ' ' && (octet == '\t' || octet == '\n' || octet == '\r')) {
        return false;
      }
      if (octet == ' ' && last == ' ') {
        return false;
      }
      last = octet;
    }
    return true;
  }

  /** Returns {@code octets} without any {@linkplain Words#BLANKS white space}. */
  static Octets removed(Octets octets) {
    byte[] kept = octets.toByteArray();
    int count = 0;
    for (byte octet : kept) { // No calls in here: a short run interprets this loop.
      if (octet != ' ' && (octet < '\t' || octet > '\r')) {
        kept[count++] = octet;
      }
    }
    return Octets.wrap(kept, 0, count);
  }

  /**
   * Returns a text as git stores it ({@code git stripspace}): no white space at line ends, runs of
   * empty lines made one, none at the start and end, an LF behind every line.
   */
  static Octets stripped(Octets text) {
    OctetBuilder out = new OctetBuilder(text.length() + 1);
    boolean gap = false;
    int line = 0;
    while (line < text.length()) {
      int next = text.endOfLine(line);
      int end = endWithout(text, line, next);
      if (end > line) {
        if (gap && !out.isEmpty()) {
          out.append('\n');
        }
        out.append(text, line, end).append('\n');
      }
      gap = end == line;
      line = next;
    }
    return out.toOctets();
  }
}
