package dev.reroll.message;

import dev.reroll.bytes.Octets;

/**
 * Recognises header lines (RFC 5322, 2.2): printable ASCII without blanks up to a colon.
 *
 * <p>Like git, and unlike old RFC 822, no blank is allowed before the colon.
 */
public final class HeaderLine {
  private HeaderLine() {}

  /** Finds the colon of the header line that begins at {@code at}; −1 where it is none. */
  public static int colonOf(Octets octets, int at) {
    for (int i = at; i < octets.length(); i++) {
      byte octet = octets.at(i);
      if (octet == ':') {
        return i > at ? i : -1;
      }
      if (octet <= ' ' || octet == 127) {
        return -1;
      }
    }
    return -1;
  }

  /**
   * Returns where the header that begins at {@code at} ends, its folded lines included: behind the
   * last LF, or at the end of the octets.
   */
  public static int endOfHeader(Octets octets, int at) {
    int end = octets.endOfLine(at);
    while (end < octets.length() && (octets.at(end) == ' ' || octets.at(end) == '\t')) {
      end = octets.endOfLine(end);
    }
    return end;
  }

  /** Whether the header name {@code octets[from..to)} is {@code name}, in any case. */
  public static boolean isNamed(Octets octets, int from, int to, String name) {
    if (to - from != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (lower(octets.at(from + i)) != lower((byte) name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static int lower(byte octet) {
    return octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
  }
}
