package dev.reroll.deliver;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import java.util.Base64;

/**
 * How a body travels (RFC 2045, 6). What stays readable is preferred; quoted-printable is for what
 * mail systems are known to change: lines over 998 octets, carriage returns and other control
 * characters within them, and lines that begin with {@code From }, which mailboxes quote.
 */
public enum BodyEncoding {
  /** Plain ASCII, as it is. */
  SEVEN_BIT("7bit"),
  /** Any text, as it is. */
  EIGHT_BIT("8bit"),
  /** Anything, still readable. */
  QUOTED_PRINTABLE("quoted-printable"),
  /** Anything, readable by programs only. */
  BASE64("base64");

  /** The most octets that a line may have without its end (RFC 5322, 2.1.1). */
  static final int MAX_LINE = 998;

  private static final int BASE64_LINE = 76;

  private final String token;

  BodyEncoding(String token) {
    this.token = token;
  }

  /** Returns its name in {@code Content-Transfer-Encoding}. */
  public String token() {
    return token;
  }

  /** Chooses for {@code body}, whose lines end in LF. */
  public static BodyEncoding choose(Octets body) {
    boolean ascii = true;
    for (int start = 0; start < body.length(); start = body.endOfLine(start)) {
      int end = body.endOfLine(start);
      int length = end - start - (body.at(end - 1) == '\n' ? 1 : 0);
      if (length > MAX_LINE || body.startsWith("From ", start)) {
        return QUOTED_PRINTABLE;
      }
      for (int i = start; i < start + length; i++) {
        int octet = body.at(i);
        if ((octet >= 0 && octet < ' ' && octet != '\t') || octet == 0x7f) {
          return QUOTED_PRINTABLE;
        }
        ascii &= octet >= 0;
      }
    }
    return ascii ? SEVEN_BIT : EIGHT_BIT;
  }

  /** Encodes {@code body}, whose lines end in LF, as do those of what is returned. */
  public Octets encode(Octets body) {
    return switch (this) {
      case SEVEN_BIT, EIGHT_BIT -> body;
      case QUOTED_PRINTABLE -> QuotedPrintable.encode(body);
      case BASE64 -> base64(body);
    };
  }

  /** Lines of a text end in CRLF before they are encoded (RFC 2045, 6.8). */
  private static Octets base64(Octets body) {
    OctetBuilder lines = new OctetBuilder(body.length() * 2);
    for (int i = 0; i < body.length(); i++) {
      if (body.at(i) == '\n') {
        lines.append('\r');
      }
      lines.append(body.at(i));
    }
    byte[] encoded =
        Base64.getMimeEncoder(BASE64_LINE, new byte[] {'\n'})
            .encode(lines.toOctets().toByteArray());
    return new OctetBuilder(encoded.length + 1)
        .append(Octets.wrap(encoded))
        .append('\n')
        .toOctets();
  }

  /**
   * Encodes text as quoted-printable (RFC 2045, 6.7). The mail library's own encoder takes a lone
   * CR for a line end, which would change patches of files that have such line ends.
   */
  static final class QuotedPrintable {
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
}
