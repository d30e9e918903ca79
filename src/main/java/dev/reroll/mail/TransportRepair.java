package dev.reroll.mail;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes back what a mail server or program did to the text of a patch, where that is certain.
 *
 * <ul>
 *   <li>Line ends of CR LF within base64 or quoted-printable: git never ends the header lines of a
 *       diff in CR, so where all of them do, the transport put it there ({@code git am
 *       --quoted-cr=strip}). A file whose own lines end in CR has header lines that do not.
 *   <li>UTF-16 and UTF-32, in which no line of a diff could be found.
 * </ul>
 */
final class TransportRepair {
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
