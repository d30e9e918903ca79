package dev.reroll.mail;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Decodes the encoded words of a header (RFC 2047) as git does.
 *
 * <p>Where we follow git rather than the RFC: encoded words may stand within other words, hold
 * blanks, and share a character between two of them when their charset is UTF-8; a header with one
 * word that cannot be decoded stays as it is altogether.
 */
final class EncodedWords {
  private static final int SHORTEST = 7;

  private EncodedWords() {}

  /** Returns {@code value} decoded to UTF-8; nothing where a word in it cannot be decoded. */
  static Optional<Octets> decode(Octets value) {
    int open = nextOpening(value, 0);
    if (open < 0) {
      return Optional.of(value);
    }
    OctetBuilder out = new OctetBuilder(value.length());
    int from = 0;
    while (open >= 0) {
      if (from == 0 || !isAllBlank(value, from, open)) {
        out.append(value, from, open);
      }
      int encoding = value.indexOf('?', open + 2) + 1;
      int end = encoding == 0 ? -1 : closing(value, encoding);
      Optional<Octets> word = end < 0 ? Optional.empty() : decodeWord(value, open, encoding, end);
      if (word.isEmpty()) {
        return Optional.empty();
      }
      out.append(word.get());
      from = end + 2;
      open = nextOpening(value, from);
    }
    return Optional.of(out.append(value, from, value.length()).toOctets());
  }

  private static int nextOpening(Octets value, int from) {
    int at = value.indexOf('=', from);
    while (at >= 0 && !value.startsWith("=?", at)) {
      at = value.indexOf('=', at + 1);
    }
    return value.length() - at < SHORTEST ? -1 : at;
  }

  /** Finds the {@code ?=} behind the text of a word; −1 where there is none. */
  private static int closing(Octets value, int encoding) {
    if (encoding + 1 >= value.length() || value.at(encoding + 1) != '?') {
      return -1;
    }
    int at = value.indexOf('?', encoding + 2);
    while (at >= 0 && !value.startsWith("?=", at)) {
      at = value.indexOf('?', at + 1);
    }
    return at;
  }

  private static Optional<Octets> decodeWord(Octets value, int open, int encoding, int end) {
    Octets text = value.slice(encoding + 2, end);
    Octets octets;
    switch (value.at(encoding)) {
      case 'q', 'Q' -> octets = TransferEncoding.quotedPrintable(text, true);
      case 'b', 'B' -> octets = TransferEncoding.base64(text);
      default -> {
        return Optional.empty();
      }
    }
    Octets charset = value.slice(open + 2, encoding - 1);
    return new CharsetName(charset.decode(StandardCharsets.US_ASCII)).toUtf8(octets);
  }

  private static boolean isAllBlank(Octets value, int from, int to) {
    return Blanks.endWithout(value, from, to) == from;
  }
}
