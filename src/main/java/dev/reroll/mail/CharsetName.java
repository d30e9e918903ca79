package dev.reroll.mail;

import dev.reroll.bytes.Octets;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/**
 * Names a charset as a mail does, known to us or not.
 *
 * @param name as written; empty where the mail names none
 */
record CharsetName(String name) {
  static final CharsetName NONE = new CharsetName("");

  /** Whether text in it is taken as it is: UTF-8, or no charset named. */
  boolean isUtf8() {
    String plain = name.toLowerCase(Locale.ROOT);
    return plain.isEmpty() || plain.equals("utf-8") || plain.equals("utf8");
  }

  /** Returns {@code octets} in UTF-8; nothing where the charset is unknown or they do not fit. */
  Optional<Octets> toUtf8(Octets octets) {
    if (isUtf8()) {
      return Optional.of(octets);
    }
    Optional<Charset> charset = charset();
    if (charset.isEmpty()) {
      return Optional.empty();
    }
    try {
      CharBuffer text =
          charset
              .get()
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(octets.toByteArray()));
      return Optional.of(Octets.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  boolean isKnown() {
    return isUtf8() || charset().isPresent();
  }

  private Optional<Charset> charset() {
    try {
      Charset charset = Charset.forName(name);
      return Optional.of(charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
