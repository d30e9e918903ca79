package dev.reroll.mail;

import dev.reroll.message.Locator;
import dev.reroll.message.Octets;
import dev.reroll.message.RawMessage;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Holds a patch that was attached to a mail: a mail of its own, as {@code git format-patch} writes
 * it, or a bare diff.
 *
 * @param fileName what the attachment's name says
 * @param message its octets
 * @param headers its own headers; empty for a bare diff
 */
record AttachedPatch(PatchFileName fileName, RawMessage message, HeaderBlock headers) {
  static AttachedPatch read(RawMessage message) {
    PatchFileName name = PatchFileName.read(message.where().container());
    return new AttachedPatch(name, message, HeaderBlock.of(message.octets()));
  }

  /** Says whether there is a diff in it, or the cover letter of the others. */
  boolean isPatch() {
    OptionalInt ordinal = fileName.ordinal();
    boolean cover = !headers.isEmpty() && ordinal.isPresent() && ordinal.getAsInt() == 0;
    return cover || PatchText.of(body(message.where()).octets()).hasDiff();
  }

  /** Returns its number as the file name has it; 0 where it has none. */
  int ordinal() {
    return fileName.ordinal().orElse(0);
  }

  /** Returns the version that its file name or its own subject has. */
  OptionalInt version() {
    OptionalInt own = SubjectLine.parse(rawSubject()).version();
    return own.isPresent() ? own : fileName.version();
  }

  /** Returns its own subject, decoded; empty for a bare diff. */
  String rawSubject() {
    Octets raw = headers.last("subject").orElse(Octets.EMPTY);
    return Utf8.text(Blanks.collapsed(EncodedWords.decode(raw).orElse(raw)));
  }

  /**
   * Returns what it says of itself, and where that lacks something, what its file name says.
   *
   * @param total how many patches were attached together
   */
  SubjectLine subject(int total) {
    SubjectLine named = fileName.subject(total);
    if (headers.isEmpty()) {
      return named;
    }
    SubjectLine own = SubjectLine.parse(rawSubject());
    boolean alone = total <= 1;
    Optional<Position> position =
        own.position().isPresent() || alone ? own.position() : named.position();
    return new SubjectLine(own.tags(), version(), position, own.reply(), own.title());
  }

  /** Returns its body, decoded as its own headers say. */
  MailBody body(Locator where) {
    Octets encoded = message.octets().slice(headers.bodyStart());
    TransferEncoding encoding = TransferEncoding.of(headers);
    MediaType type = MediaType.of(headers.last("content-type"));
    MailBody body = MailBody.decode(encoded, encoding, type, where);
    return new MailBody(body.octets(), body.charset(), where, false);
  }
}
