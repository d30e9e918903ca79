package dev.reroll.render.text;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.rangediff.BodyHunk;
import dev.reroll.render.color.ColorSlot;
import dev.reroll.render.color.Palette;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Colours the range-diffs in a text, as {@code git range-diff} colours its own, line by line as
 * they come. Everything else passes; control characters are made visible throughout, since the text
 * goes to a terminal and anyone may have written it.
 *
 * <p>Range-diffs may be indented, as GitGitGadget does, and quoted with {@code > }. The lines below
 * a header belong to it as long as they are indented as its first {@code @@} is; lines that lost
 * their trailing blanks on the way count as context.
 *
 * <pre>
 * {@literal >}  1:  bd2a1c9 ! 1:  c03fe77 title     quoting, indent of the whole, header
 * {@literal >}      {@literal @@} Commit message           its first body line says how deep bodies are
 * {@literal >}      +    a line                    outer sign, text with its inner sign
 * </pre>
 */
public final class ColorizeText {
  /** A line that is longer is passed on in pieces, so that memory stays bounded. */
  private static final int MAX_LINE = 1 << 20;

  private static final int FLUSH_AT = 1 << 15;

  private final TextOptions options;
  private final OutputStream out;
  private OctetBuilder text = new OctetBuilder(FLUSH_AT * 2);

  /** How many columns stand before the sign of a body line; 0 where no body is open. */
  private int bodyIndent;

  /** How the line before was quoted: a body does not go on where the quoting changes. */
  private int quoting;

  /** Whether the line before was the header of a changed pair, whose body comes next. */
  private boolean expectsBody;

  private ColorizeText(Palette palette, OutputStream out) {
    TextOptions plain = TextOptions.PLAIN;
    this.options =
        new TextOptions(
            palette,
            palette.isColored(),
            plain.whitespace(),
            TextFilter.VISIBLE,
            plain.abbrev(),
            true,
            true,
            true);
    this.out = out;
  }

  /** Reads {@code in} to its end and writes it coloured to {@code out}; both stay open. */
  public static void write(InputStream in, Palette palette, OutputStream out) throws IOException {
    new ColorizeText(palette, out).write(new BufferedInputStream(in));
  }

  private void write(InputStream in) throws IOException {
    OctetBuilder line = new OctetBuilder(200);
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      if (octet == '\n') {
        line(line.toOctets());
        text.append('\n');
        line = new OctetBuilder(200);
        flush(in.available() == 0);
      } else {
        line.append(octet);
        if (line.length() == MAX_LINE) {
          line(line.toOctets());
          line = new OctetBuilder(200);
        }
      }
    }
    if (!line.isEmpty()) {
      line(line.toOctets());
    }
    flush(true);
  }

  /** Writes what there is where the reader would wait for it. */
  private void flush(boolean waiting) throws IOException {
    if (waiting || text.length() >= FLUSH_AT) {
      text.toOctets().writeTo(out);
      out.flush();
      text = new OctetBuilder(FLUSH_AT * 2);
    }
  }

  private void line(Octets whole) {
    boolean dosLine = whole.endsWith("\r");
    Octets line = dosLine ? whole.slice(0, whole.length() - 1) : whole;
    int from = quotingOf(line);
    if (from != quoting) {
      bodyIndent = 0;
      expectsBody = false;
    }
    quoting = from;
    RangeDiffLine header = RangeDiffLine.of(line, from);
    if (!header.isNone() && !isBodyLine(line, from)) {
      header(line, header);
    } else if (!body(line, from)) {
      content(line);
    }
    if (dosLine) {
      text.append('\r');
    }
  }

  /** A header that stands deeper than the open body's signs is a line of that body. */
  private boolean isBodyLine(Octets line, int from) {
    return bodyIndent > 0 && blanks(line, from) >= bodyIndent;
  }

  /** Returns where the line begins behind its {@code > } marks. */
  private static int quotingOf(Octets line) {
    int at = 0;
    while (at < line.length() && line.at(at) == '>') {
      at++;
      if (at < line.length() && line.at(at) == ' ' && isMarkAhead(line, at + 1)) {
        at++;
      }
    }
    return at > 0 && at < line.length() && line.at(at) == ' ' ? at + 1 : at;
  }

  private static boolean isMarkAhead(Octets line, int at) {
    return at < line.length() && line.at(at) == '>';
  }

  private void header(Octets line, RangeDiffLine header) {
    content(line.slice(0, quoting));
    bodyIndent = 0;
    char sign = (char) line.at(header.sign());
    expectsBody = sign == '!';
    switch (sign) {
      case '!' -> pair(line, header);
      case '<' -> colored(ColorSlot.OLD, line.slice(quoting));
      case '>' -> colored(ColorSlot.NEW, line.slice(quoting));
      default -> colored(ColorSlot.COMMIT, line.slice(quoting));
    }
  }

  private void pair(Octets line, RangeDiffLine header) {
    colored(ColorSlot.OLD, line.slice(quoting, header.sign()));
    colored(ColorSlot.COMMIT, line.slice(header.sign(), header.sign() + 1));
    colored(ColorSlot.NEW, line.slice(header.sign() + 1, header.title()));
    colored(ColorSlot.COMMIT, line.slice(header.title()));
  }

  /** Writes a line of a body; returns whether it was one. */
  private boolean body(Octets line, int from) {
    int blanks = blanks(line, from);
    boolean heading = line.startsWith("@@", from + blanks);
    if (expectsBody && heading && blanks >= BodyWriter.INDENT.length()) {
      bodyIndent = blanks;
    }
    expectsBody = false;
    if (bodyIndent == 0) {
      return false;
    }
    if (from + blanks == line.length() && blanks < bodyIndent) {
      content(line);
      return true;
    }
    boolean isSigned = " +-@".indexOf(at(line, from + bodyIndent)) >= 0;
    if (blanks < bodyIndent || !isSigned) {
      bodyIndent = 0;
      return false;
    }
    bodyLine(line, from + bodyIndent);
    return true;
  }

  private void bodyLine(Octets line, int sign) {
    BodyWriter writer = new BodyWriter(options, text);
    content(line.slice(0, sign - BodyWriter.INDENT.length()));
    if (line.startsWith("@@", sign)) {
      int start = Math.min(line.length(), sign + 2);
      writer.heading(line.slice(line.startsWith(" ", start) ? start + 1 : start));
    } else {
      boolean bare = sign == line.length();
      char outer = bare || "+-".indexOf(line.at(sign)) < 0 ? ' ' : (char) line.at(sign);
      writer.line(new BodyHunk.Line(outer, line.slice(bare ? sign : sign + 1)), false);
    }
    // The writer ends its lines; here the end comes from the input, which may lack the last one.
    text.truncate(text.length() - 1);
  }

  private static char at(Octets line, int index) {
    return index < line.length() ? (char) line.at(index) : ' ';
  }

  private static int blanks(Octets line, int from) {
    int at = from;
    while (at < line.length() && line.at(at) == ' ') {
      at++;
    }
    return at - from;
  }

  private void colored(ColorSlot slot, Octets part) {
    text.append(options.palette().of(slot));
    content(part);
    text.append(options.palette().reset());
  }

  private void content(Octets part) {
    options.filter().append(part, 0, part.length(), text);
  }

  /**
   * Finds the header lines of a range-diff in any text: {@code 2: e3337c4 ! 3: 4f9dd12 title}, with
   * whatever stands before it.
   *
   * @param start where the first number begins, padding and quoting before it
   * @param sign where {@code = ! <} or {@code >} stands
   * @param title where the blank before the title stands
   */
  private record RangeDiffLine(int start, int sign, int title) {
    private static final RangeDiffLine NONE = new RangeDiffLine(-1, -1, -1);

    /** Reads a line; what comes back {@link #isNone} where it is no header. */
    static RangeDiffLine of(Octets line, int from) {
      int start = from;
      while (start < line.length() && line.at(start) == ' ') {
        start++;
      }
      int afterBefore = place(line, start);
      if (afterBefore < 0 || !isBlank(line, afterBefore) || afterBefore + 2 >= line.length()) {
        return NONE;
      }
      int sign = afterBefore + 1;
      if ("=!<>".indexOf(line.at(sign)) < 0 || !isBlank(line, sign + 1)) {
        return NONE;
      }
      int second = sign + 2;
      while (second < line.length() && line.at(second) == ' ') {
        second++;
      }
      int title = place(line, second);
      boolean ended = title >= 0 && (title == line.length() || isBlank(line, title));
      boolean fits = ended && sidesFit(line, new int[] {start, sign, second});
      return fits ? new RangeDiffLine(start, sign, title) : NONE;
    }

    boolean isNone() {
      return start < 0;
    }

    /** The side that a patch is missing from, and no other, is made of dashes. */
    private static boolean sidesFit(Octets line, int[] at) {
      boolean noBefore = line.at(at[0]) == '-';
      boolean noAfter = line.at(at[2]) == '-';
      return switch (line.at(at[1])) {
        case '<' -> !noBefore && noAfter;
        case '>' -> noBefore && !noAfter;
        default -> !noBefore && !noAfter;
      };
    }

    /** Reads {@code 12: 0123abc} or {@code -: -------}; returns where it ends, −1 if it is none. */
    private static int place(Octets line, int from) {
      int at = from;
      boolean missing = at < line.length() && line.at(at) == '-';
      while (at < line.length() && (missing ? at == from : isDigit(line.at(at)))) {
        at++;
      }
      if (at == from || at - from > 6 || !line.startsWith(":  ", at)) {
        return -1;
      }
      int id = at + 3;
      int end = id;
      while (end < line.length() && (missing ? line.at(end) == '-' : isHex(line.at(end)))) {
        end++;
      }
      return end - id >= 4 && end - id <= 64 ? end : -1;
    }

    private static boolean isBlank(Octets line, int at) {
      return at < line.length() && line.at(at) == ' ';
    }

    private static boolean isDigit(byte octet) {
      return octet >= '0' && octet <= '9';
    }

    private static boolean isHex(byte octet) {
      return isDigit(octet) || (octet >= 'a' && octet <= 'f');
    }
  }
}
