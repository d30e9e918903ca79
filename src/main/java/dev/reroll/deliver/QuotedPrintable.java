package dev.reroll.deliver;

import dev.reroll.message.OctetBuilder;
import dev.reroll.message.Octets;

/**
 * Encodes text as quoted-printable (RFC 2045, 6.7). The mail library's own encoder takes a lone CR
 * for a line end, which would change patches of files that have such line ends.
 */
final class QuotedPrintable {
  private static final int WIDTH = 76;
  private static final String DIGITS = "0123456789ABCDEF";

  private final Octets body;
  private final OctetBuilder out;
  private int column;

  private QuotedPrintable(Octets body) {
    this.body = body;
    this.out = new OctetBuilder(body.length() * 5 / 4);
  }

  /** Encodes {@code body}, whose lines end in LF; the encoded lines do as well. */
  static Octets encode(Octets body) {
    QuotedPrintable encoder = new QuotedPrintable(body);
    for (int i = 0; i < body.length(); i++) {
      encoder.append(i);
    }
    return encoder.out.toOctets();
  }

  private void append(int index) {
    int octet = body.at(index) & 0xff;
    if (octet == '\n') {
      out.append('\n');
      column = 0;
    } else if (isPlain(index, octet)) {
      makeRoom(1, index);
      out.append(octet);
      column++;
    } else {
      makeRoom(3, index);
      out.append('=').append(DIGITS.charAt(octet >> 4)).append(DIGITS.charAt(octet & 15));
      column += 3;
    }
  }

  /** Breaks the line where {@code width} more columns, and a later break, would not fit. */
  private void makeRoom(int width, int index) {
    int atEnd = isLastOfLine(index) ? 0 : 1;
    if (column + width + atEnd > WIDTH) {
      out.append("=\n");
      column = 0;
    }
  }

  private boolean isPlain(int index, int octet) {
    if (octet == ' ' || octet == '\t') {
      return !isLastOfLine(index);
    }
    boolean printable = octet > ' ' && octet < 0x7f && octet != '=';
    // Wherever it stands, a break before it could put it at the start of a line.
    return printable && !(octet == 'F' && body.startsWith("From ", index));
  }

  private boolean isLastOfLine(int index) {
    return index + 1 == body.length() || body.at(index + 1) == '\n';
  }
}
