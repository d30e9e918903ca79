package dev.reroll.oracle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Turns text into a string with one char an octet, and that into bytes. */
public final class OctetText {
  private OctetText() {}

  static String utf8(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  /** Returns a string with one char for each of {@code octets}. */
  public static String of(byte[] octets) {
    return new String(octets, ISO_8859_1);
  }

  static byte[] bytes(String octets) {
    return octets.getBytes(ISO_8859_1);
  }
}
