package dev.reroll.oracle;

import java.util.Base64;

/** Encodes bodies for transfer (RFC 2045). */
final class Encoding {
  private static final int MAX_LINE = 72;

  private Encoding() {}

  static String base64(String body) {
    return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(OctetText.bytes(body))
        + "\n";
  }

  static String quotedPrintable(String body) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (int i = 0; i < body.length(); i++) {
      char octet = body.charAt(i);
      String piece = octet == '\n' ? "\n" : piece(body, i, column);
      if (octet != '\n' && column + piece.length() > MAX_LINE) {
        out.append("=\n");
        column = 0;
      }
      out.append(piece);
      column = octet == '\n' ? 0 : column + piece.length();
    }
    return out.toString();
  }

  private static String piece(String body, int i, int column) {
    char octet = body.charAt(i);
    boolean blank = octet == ' ' || octet == '\t';
    boolean atEnd = i + 1 == body.length() || body.charAt(i + 1) == '\n';
    boolean looksLikeFrom = column == 0 && body.startsWith("From ", i);
    boolean plain = (octet > ' ' && octet < 127 && octet != '=') || (blank && !atEnd);
    return plain && !looksLikeFrom ? String.valueOf(octet) : String.format("=%02X", (int) octet);
  }
}
