package dev.reroll.mail;

import dev.reroll.message.OctetBuilder;
import dev.reroll.message.Octets;

/**
 * Joins the lines of {@code format=flowed} text (RFC 3676) as git does, diffs included: one blank
 * at the start of a line goes, a line that ends in a blank is joined with the next one. The
 * signature line {@code "-- "} is not joined with what follows; quote marks are not looked at.
 *
 * <p>In quoted-printable text git looks at a line together with those already joined to it, not at
 * the line alone; so do we, because the patch would not apply otherwise.
 */
final class FlowedLines {
  private final Octets body;
  private final boolean deletesBlanks;
  private final boolean wholeLines;

  /**
   * Readies the joining of {@code body}.
   *
   * @param deletesBlanks whether the blank at the end of a joined line goes ({@code delsp=yes})
   * @param wholeLines whether the text was quoted-printable
   */
  FlowedLines(Octets body, boolean deletesBlanks, boolean wholeLines) {
    this.body = body;
    this.deletesBlanks = deletesBlanks;
    this.wholeLines = wholeLines;
  }

  /** Returns the joined lines. */
  Octets joined() {
    OctetBuilder out = new OctetBuilder(body.length());
    int outLine = 0;
    int line = 0;
    while (line < body.length()) {
      int end = body.endOfLine(line);
      boolean continues = wholeLines && outLine < out.length();
      boolean stuffed = body.at(line) == ' ' && !continues;
      int start = stuffed ? line + 1 : line;
      if (isOpen(continues, start, end)) {
        out.append(body, start, end - (deletesBlanks ? 2 : 1));
      } else {
        out.append(body, start, end);
        outLine = out.length();
      }
      line = end;
    }
    return out.toOctets();
  }

  private boolean isOpen(boolean continues, int start, int end) {
    if (continues && !deletesBlanks && end - start == 1) {
      // The blank before this empty line is still there and keeps the line open.
      return body.at(start) == '\n';
    }
    boolean signature = !continues && body.startsWith("-- \n", start);
    return end - start >= 2 && body.startsWith(" \n", end - 2) && !signature;
  }
}
