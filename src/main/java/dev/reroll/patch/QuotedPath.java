package dev.reroll.patch;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;

/**
 * Reads and writes paths as git quotes them: in double quotes, with C escapes and octal octets,
 * when they hold a control character, a quote, a backslash or an octet above 127 (git-config(1),
 * {@code core.quotePath}).
 */
public final class QuotedPath {
  private static final String ESCAPES = "abtnvfr\"\\";
  private static final String MEANINGS = "\u0007\b\t\n\u000b\f\r\"\\";

  private QuotedPath() {}

  /** Returns the index just behind the closing quote of the quoted text at 0; −1 without one. */
  public static int endOfQuoted(Octets text) {
    for (int i = 1; i < text.length(); i++) {
      if (text.at(i) == '\\') {
        i++;
      } else if (text.at(i) == '"') {
        return i + 1;
      }
    }
    return -1;
  }

  /** Unquotes {@code text} where it is quoted, returns it as it is where not. */
  public static Octets unquote(Octets text) {
    if (!text.startsWith("\"") || endOfQuoted(text) < 0) {
      return text;
    }
    OctetBuilder path = new OctetBuilder(text.length());
    int end = endOfQuoted(text) - 1;
    for (int i = 1; i < end; i++) {
      if (text.at(i) != '\\') {
        path.append(text.at(i));
      } else if (isOctal(text, i + 1, end)) {
        path.append(
            (text.at(i + 1) - '0') * 64 + (text.at(i + 2) - '0') * 8 + text.at(i + 3) - '0');
        i += 3;
      } else {
        int escape = ESCAPES.indexOf(text.at(++i));
        path.append(escape < 0 ? text.at(i) : MEANINGS.charAt(escape));
      }
    }
    return path.toOctets();
  }

  /** Returns {@code path} as git prints it: in quotes where it needs them. */
  public static Octets quote(Octets path) {
    if (!needsQuotes(path)) {
      return path;
    }
    OctetBuilder quoted = new OctetBuilder(path.length() * 2).append('"');
    for (int i = 0; i < path.length(); i++) {
      int octet = path.at(i) & 0xff;
      int escape = MEANINGS.indexOf(octet);
      if (escape >= 0) {
        quoted.append('\\').append(ESCAPES.charAt(escape));
      } else if (octet < ' ' || octet >= 127) {
        quoted
            .append('\\')
            .append('0' + (octet >> 6))
            .append('0' + (octet >> 3 & 7))
            .append('0' + (octet & 7));
      } else {
        quoted.append(octet);
      }
    }
    return quoted.append('"').toOctets();
  }

  private static boolean needsQuotes(Octets path) {
    for (int i = 0; i < path.length(); i++) {
      int octet = path.at(i) & 0xff;
      if (octet < ' ' || octet >= 127 || octet == '"' || octet == '\\') {
        return true;
      }
    }
    return false;
  }

  private static boolean isOctal(Octets text, int from, int end) {
    if (from + 3 > end) {
      return false;
    }
    for (int i = from; i < from + 3; i++) {
      if (text.at(i) < '0' || text.at(i) > '7') {
        return false;
      }
    }
    return text.at(from) <= '3';
  }
}
