package dev.reroll.mail;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.bytes.Utf8;
import dev.reroll.problem.Locator;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A body with its transfer encoding undone.
 *
 * @param octets the text in its own charset
 * @param charset the charset that the mail names
 * @param where the first octet of the body in the container
 * @param exact whether an index into {@code octets} is an offset from {@code where}
 * @param repair what the transport had done to it, and was taken back
 */
record MailBody(Octets octets, CharsetName charset, Locator where, boolean exact, Repair repair) {
  /** What was taken back. */
  enum Repair {
    NONE,
    /** A CR at the end of each line. */
    QUOTED_CR,
    /** HTML around the text. */
    HTML
  }

  /** Makes a body that the transport left as it was. */
  MailBody(Octets octets, CharsetName charset, Locator where, boolean exact) {
    this(octets, charset, where, exact, Repair.NONE);
  }

  /** Undoes what {@code encoding} and a flowed {@code type} did to {@code encoded}. */
  static MailBody decode(Octets encoded, TransferEncoding encoding, MediaType type, Locator where) {
    Octets decoded = encoding.decode(encoded);
    boolean exact = encoding == TransferEncoding.IDENTITY && !type.isFlowed();
    if (type.isFlowed()) {
      boolean quoted = encoding == TransferEncoding.QUOTED_PRINTABLE;
      decoded = new FlowedLines(decoded, type.deletesBlanks(), quoted).joined();
    }
    Optional<Octets> narrow = TransportRepair.toUtf8(decoded, type.charset());
    MailBody body =
        narrow.isPresent()
            ? new MailBody(narrow.get(), CharsetName.NONE, where, false)
            : new MailBody(decoded, type.charset(), where, exact);
    body = type.type().equals("text/html") ? body.withoutHtml() : body;
    boolean isWrapped = encoding != TransferEncoding.IDENTITY || narrow.isPresent();
    Optional<Octets> plain =
        isWrapped ? TransportRepair.withoutQuotedCr(body.octets()) : Optional.empty();
    return plain.isPresent()
        ? new MailBody(plain.get(), body.charset(), where, false, Repair.QUOTED_CR)
        : body;
  }

  /** Returns the text of HTML, unless it is just a text that calls itself so. */
  private MailBody withoutHtml() {
    Octets text = utf8();
    boolean isHtml = text.indexOf('<', 0) >= 0 && text.toString().contains("</");
    return isHtml
        ? new MailBody(
            Octets.utf8(HtmlText.of(text.toString())), CharsetName.NONE, where, false, Repair.HTML)
        : this;
  }

  /** Returns the same text as a part of a mail that begins at {@code other}. */
  MailBody partOf(Locator other) {
    return new MailBody(octets, charset, other, false, repair);
  }

  /** Returns what stands below scissors; the whole where there are none. */
  MailBody belowScissors() {
    int cut = Scissors.endIn(octets);
    return cut < 0 ? this : new MailBody(octets.slice(cut), charset, whereOf(cut), exact, repair);
  }

  /** Returns the place of the octet at {@code index}, or of the body where that is unknown. */
  Locator whereOf(int index) {
    return exact ? where.plus(index) : where;
  }

  /** Returns the text in UTF-8, as well as it can be read. */
  Octets utf8() {
    return Utf8.repaired(charset.toUtf8(octets).orElse(octets));
  }

  /**
   * Joins the lines of {@code format=flowed} text (RFC 3676) as git does, diffs included: one blank
   * at the start of a line goes, a line that ends in a blank is joined with the next one. The
   * signature line {@code "-- "} is not joined with what follows; quote marks are not looked at.
   *
   * <p>In quoted-printable text git looks at a line together with those already joined to it, not
   * at the line alone; so do we, because the patch would not apply otherwise.
   */
  private static final class FlowedLines {
    private final Octets body;
    private final boolean deletesBlanks;
    private final boolean wholeLines;

    /**
     * Creates the joining of {@code body}.
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
        int start = body.at(line) == ' ' && !continues ? line + 1 : line;
        int textEnd = textEnd(start, end);
        out.append(body, start, textEnd);
        boolean signature = !continues && textEnd - start == 3 && body.startsWith("-- ", start);
        if (textEnd < end
            && endsInBlank(out, outLine, start < textEnd || continues)
            && !signature) {
          out.truncate(out.length() - (deletesBlanks ? 1 : 0));
        } else {
          out.append(body, textEnd, end);
          outLine = out.length();
        }
        line = end;
      }
      return out.toOctets();
    }

    /** Returns where the line's text ends, before LF or CRLF. */
    private int textEnd(int start, int end) {
      if (end == start || body.at(end - 1) != '\n') {
        return end;
      }
      return end - 1 > start && body.at(end - 2) == '\r' ? end - 2 : end - 1;
    }

    /** Whether what was joined so far ends in a blank that this line wrote or may look at. */
    private static boolean endsInBlank(OctetBuilder out, int lineStart, boolean looks) {
      return looks && out.length() > lineStart && out.at(out.length() - 1) == ' ';
    }
  }

  /**
   * Takes back what a mail server or program did to the text of a patch, where that is certain.
   *
   * <ul>
   *   <li>Line ends of CR LF within base64 or quoted-printable: git never ends the header lines of
   *       a diff in CR, so where all of them do, the transport put it there ({@code git am
   *       --quoted-cr=strip}). A file whose own lines end in CR has header lines that do not.
   *   <li>UTF-16 and UTF-32, in which no line of a diff could be found.
   * </ul>
   */
  private static final class TransportRepair {
    private static final List<String> HEADER_LINES =
        List.of("diff --git ", "index ", "--- ", "+++ ", "@@ -");

    private TransportRepair() {}

    /** Returns the text without the CR at the end of each line; nothing where it stays as it is. */
    static Optional<Octets> withoutQuotedCr(Octets text) {
      return text.indexOf('\r', 0) >= 0 && endsHeadersInCr(text)
          ? Optional.of(withoutCr(text))
          : Optional.empty();
    }

    private static boolean endsHeadersInCr(Octets text) {
      boolean isDiff = false;
      int end = 0;
      for (int line = 0; line < text.length(); line = end) {
        end = text.endOfLine(line);
        if (isHeaderLine(text, line)) {
          if (end - line < 2 || text.at(end - 2) != '\r') {
            return false;
          }
          isDiff |= text.startsWith("@@ -", line) || text.startsWith("diff --git ", line);
        }
      }
      return isDiff;
    }

    private static boolean isHeaderLine(Octets text, int line) {
      for (String start : HEADER_LINES) {
        if (text.startsWith(start, line)) {
          return true;
        }
      }
      return false;
    }

    private static Octets withoutCr(Octets text) {
      OctetBuilder out = new OctetBuilder(text.length());
      int end = 0;
      for (int line = 0; line < text.length(); line = end) {
        end = text.endOfLine(line);
        boolean hasCr = end - line >= 2 && text.at(end - 1) == '\n' && text.at(end - 2) == '\r';
        out.append(text, line, hasCr ? end - 2 : end);
        if (hasCr) {
          out.append('\n');
        }
      }
      return out.toOctets();
    }

    /** Returns text in UTF-16 or UTF-32 as UTF-8; nothing where it is neither, or damaged. */
    static Optional<Octets> toUtf8(Octets text, CharsetName named) {
      String wide = wideCharset(text, named.name().toUpperCase(Locale.ROOT));
      if (wide.isEmpty()) {
        return Optional.empty();
      }
      try {
        CharBuffer read =
            Charset.forName(wide).newDecoder().decode(ByteBuffer.wrap(text.toByteArray()));
        String plain = read.toString();
        String bare = plain.startsWith("\ufeff") ? plain.substring(1) : plain;
        return Optional.of(Octets.wrap(bare.getBytes(StandardCharsets.UTF_8)));
      } catch (CharacterCodingException damaged) {
        return Optional.empty();
      }
    }

    /** Returns the charset by its byte order mark, else by its name; empty for all others. */
    private static String wideCharset(Octets text, String named) {
      int first = octet(text, 0);
      int second = octet(text, 1);
      boolean isLittle = first == 0xff && second == 0xfe;
      boolean isBig = first == 0xfe && second == 0xff;
      boolean isNamedWide = named.startsWith("UTF-16") || named.startsWith("UTF-32");
      if (isLittle && octet(text, 2) == 0 && octet(text, 3) == 0) {
        return "UTF-32LE";
      }
      if (isLittle || isBig) {
        return isLittle ? "UTF-16LE" : "UTF-16BE";
      }
      boolean isWide = isNamedWide && (first == 0 || second == 0); // Else the name is wrong.
      return isWide ? unmarked(named, first == 0) : "";
    }

    private static String unmarked(String named, boolean isBig) {
      String family = named.startsWith("UTF-16") ? "UTF-16" : "UTF-32";
      return family + (isBig ? "BE" : "LE");
    }

    private static int octet(Octets text, int index) {
      return index < text.length() ? text.at(index) & 0xff : -1;
    }
  }
}
