package dev.reroll.mail;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.bytes.Utf8;
import java.util.Locale;

/** Undoes the content transfer encodings of RFC 2045, 6. */
enum TransferEncoding {
  /** 7bit, 8bit, binary, and whatever else is named. */
  IDENTITY,
  QUOTED_PRINTABLE,
  BASE64;

  /** Reads a {@code Content-Transfer-Encoding}; like git, by the word in it. */
  static TransferEncoding named(String value) {
    String plain = value.toLowerCase(Locale.ROOT);
    if (plain.contains("base64")) {
      return BASE64;
    }
    return plain.contains("quoted-printable") ? QUOTED_PRINTABLE : IDENTITY;
  }

  /** Returns the encoding that a mail names. */
  static TransferEncoding of(HeaderBlock headers) {
    return named(Utf8.string(headers.last("content-transfer-encoding").orElse(Octets.EMPTY)));
  }

  /** Returns the octets that were encoded; what is not encoded rightly is kept or skipped. */
  Octets decode(Octets body) {
    return switch (this) {
      case IDENTITY -> body;
      case QUOTED_PRINTABLE -> quotedPrintable(body, false);
      case BASE64 -> base64(body);
    };
  }

  /** Whether a base64 body holds anything else before its end. */
  boolean isBroken(Octets body) {
    if (this != BASE64) {
      return false;
    }
    int digits = 0;
    for (int i = 0; i < body.length() && body.at(i) != '='; i++) {
      if (base64Digit(body.at(i)) >= 0) {
        digits++;
      } else if (!Blanks.isBlank(body.at(i))) {
        return true;
      }
    }
    return digits % 4 == 1;
  }

  /**
   * Decodes quoted-printable.
   *
   * @param inHeader whether an underscore stands for a blank (RFC 2047, 4.2)
   */
  static Octets quotedPrintable(Octets encoded, boolean inHeader) {
    OctetBuilder out = new OctetBuilder(encoded.length());
    int at = 0;
    while (at < encoded.length()) {
      byte octet = encoded.at(at);
      if (octet == '=') {
        at = decodeEscape(encoded, at, out);
      } else {
        out.append(inHeader && octet == '_' ? ' ' : octet);
        at++;
      }
    }
    return out.toOctets();
  }

  /** Decodes what begins with the {@code =} at {@code at} and returns what follows it. */
  private static int decodeEscape(Octets encoded, int at, OctetBuilder out) {
    int remaining = encoded.length() - at;
    if (remaining == 1 || encoded.at(at + 1) == '\n') {
      return Math.min(at + 2, encoded.length());
    }
    int high = hexDigit(encoded.at(at + 1));
    int low = remaining > 2 ? hexDigit(encoded.at(at + 2)) : -1;
    if (high < 0 || low < 0) {
      out.append('=');
      return at + 1;
    }
    out.append((high << 4) | low);
    return at + 3;
  }

  private static int hexDigit(byte octet) {
    return octet < 0 ? -1 : Character.digit(octet, 16);
  }

  /** Decodes base64 up to its padding; other characters are skipped. */
  static Octets base64(Octets encoded) {
    OctetBuilder out = new OctetBuilder(encoded.length() / 4 * 3 + 3);
    int bits = 0;
    int count = 0;
    for (int i = 0; i < encoded.length() && encoded.at(i) != '='; i++) {
      int digit = base64Digit(encoded.at(i));
      if (digit < 0) {
        continue;
      }
      bits = (bits << 6) | digit;
      count += 6;
      if (count >= 8) {
        count -= 8;
        out.append(bits >> count);
      }
    }
    return out.toOctets();
  }

  private static int base64Digit(byte octet) {
    if (octet >= 'A' && octet <= 'Z') {
      return octet - 'A';
    }
    if (octet >= 'a' && octet <= 'z') {
      return octet - 'a' + 26;
    }
    if (octet >= '0' && octet <= '9') {
      return octet - '0' + 52;
    }
    return octet == '+' ? 62 : octet == '/' ? 63 : -1;
  }
}
