package dev.reroll.mail;

import dev.reroll.message.OctetBuilder;
import dev.reroll.message.Octets;

/**
 * Joins the lines of {@code format=flowed} text (RFC 3676) as git does, diffs included: one blank
 * at the start of a line goes, a line that ends in a blank is joined with the next one. The
 * signature line {@code "-- "} is not joined; quote marks are not looked at.
 */
final class FlowedLines {
  private FlowedLines() {}

  /**
   * Returns the lines of {@code body} from {@code from} on, joined; those before stay as they are.
   *
   * @param deletesBlanks whether the blank at the end of a joined line goes ({@code delsp=yes})
   */
  static Octets join(Octets body, int from, boolean deletesBlanks) {
    OctetBuilder out = new OctetBuilder(body.length());
    out.append(body, 0, from);
    int lineStart = from;
    int at = from;
    while (at < body.length()) {
      int end = body.endOfLine(at);
      out.append(body, body.at(at) == ' ' ? at + 1 : at, end);
      if (isJoined(out, lineStart)) {
        out.truncate(out.length() - (deletesBlanks ? 2 : 1));
      } else {
        lineStart = out.length();
      }
      at = end;
    }
    return out.toOctets();
  }

  private static boolean isJoined(OctetBuilder out, int lineStart) {
    int length = out.length() - lineStart;
    if (length < 2 || out.at(out.length() - 1) != '\n' || out.at(out.length() - 2) != ' ') {
      return false;
    }
    boolean signature = length == 4 && out.at(lineStart) == '-' && out.at(lineStart + 1) == '-';
    return !signature;
  }
}
