package dev.reroll.mail;

import dev.reroll.bytes.Octets;
import dev.reroll.problem.Locator;
import java.util.Optional;

/**
 * One leaf of a mail of several parts.
 *
 * @param type what it says it is
 * @param fileName the name that its sender gave it
 * @param attached whether it is to be shown only when asked for
 * @param encoding its transfer encoding
 * @param encoded its octets, still encoded
 */
record MailPart(
    MediaType type,
    Optional<String> fileName,
    boolean attached,
    TransferEncoding encoding,
    Octets encoded) {

  /** Whether this is what the sender typed, rather than a file. */
  boolean isText() {
    return type.type().equals("text/plain") && !attached && fileName.isEmpty();
  }

  /** Whether this is what the sender typed, as HTML. */
  boolean isHtml() {
    return type.type().equals("text/html") && !attached && fileName.isEmpty();
  }

  /** Whether this may be a patch, by its type, its name, or a format-patch separator. */
  boolean mayBePatch() {
    String name = fileName.orElse("");
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return plain.endsWith(".patch")
        || plain.endsWith(".diff")
        || AttachedArchive.isNamed(name)
        || type.type().endsWith("/x-patch")
        || type.type().endsWith("/x-diff")
        || (!isText() && octets().startsWith("From ") && !type.type().startsWith("message/"));
  }

  Octets octets() {
    return encoding.decode(encoded);
  }

  MailBody body(Locator where) {
    return MailBody.decode(encoded, encoding, type, where).partOf(where);
  }
}
