package dev.reroll.source.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes and reads text in addresses (RFC 3986, 2.1), as UTF-8. */
final class PercentCode {
  private static final String PLAIN = "-._~@";
  private static final String DIGITS = "0123456789ABCDEF";

  private PercentCode() {}

  /** Returns {@code text} with everything unusual as {@code %XX}, {@code /} included. */
  static String encode(String text) {
    StringBuilder code = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      boolean letter = (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z');
      if (letter || (octet >= '0' && octet <= '9') || PLAIN.indexOf(octet) >= 0) {
        code.append((char) octet);
      } else {
        code.append('%').append(DIGITS.charAt((octet >> 4) & 15)).append(DIGITS.charAt(octet & 15));
      }
    }
    return code.toString();
  }

  /** Returns what {@code code} stands for; a {@code %} without two digits behind it stays. */
  static String decode(String code) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (int i = 0; i < code.length(); i++) {
      boolean escaped = code.charAt(i) == '%' && i + 2 < code.length();
      int high = escaped ? Character.digit(code.charAt(i + 1), 16) : -1;
      int low = escaped ? Character.digit(code.charAt(i + 2), 16) : -1;
      if (high >= 0 && low >= 0) {
        octets.write(high * 16 + low);
        i += 2;
      } else {
        octets.writeBytes(String.valueOf(code.charAt(i)).getBytes(StandardCharsets.UTF_8));
      }
    }
    return octets.toString(StandardCharsets.UTF_8);
  }
}
