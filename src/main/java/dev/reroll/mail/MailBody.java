package dev.reroll.mail;

import dev.reroll.message.Locator;
import dev.reroll.message.Octets;

/**
 * Holds a body with its transfer encoding undone.
 *
 * @param octets the text in its own charset
 * @param charset the charset that the mail names
 * @param where the first octet of the body in the container
 * @param exact whether an index into {@code octets} is an offset from {@code where}
 */
record MailBody(Octets octets, CharsetName charset, Locator where, boolean exact) {
  /** Undoes what {@code encoding} and a flowed {@code type} did to {@code encoded}. */
  static MailBody decode(Octets encoded, TransferEncoding encoding, MediaType type, Locator where) {
    Octets decoded = encoding.decode(encoded);
    boolean exact = encoding == TransferEncoding.IDENTITY && !type.isFlowed();
    if (type.isFlowed()) {
      boolean quoted = encoding == TransferEncoding.QUOTED_PRINTABLE;
      decoded = new FlowedLines(decoded, type.deletesBlanks(), quoted).joined();
    }
    return new MailBody(decoded, type.charset(), where, exact);
  }

  /** Returns the place of the octet at {@code index}, or of the body where that is unknown. */
  Locator whereOf(int index) {
    return exact ? where.plus(index) : where;
  }

  /** Returns the text in UTF-8, as well as it can be read. */
  Octets utf8() {
    return Utf8.repaired(charset.toUtf8(octets).orElse(octets));
  }
}
