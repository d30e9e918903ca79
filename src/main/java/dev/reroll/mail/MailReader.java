package dev.reroll.mail;

import dev.reroll.message.Diagnostic;
import dev.reroll.message.Locator;
import dev.reroll.message.Octets;
import dev.reroll.message.RawMessage;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads one raw message into its items, as {@code git am} would understand it.
 *
 * <p>Plain mails are read directly; the mail library is loaded only for mails of several parts. No
 * sequence of octets makes it throw: what is odd becomes a diagnostic with the place of the mail,
 * and a mail that defeats the library or us is kept as an {@link Unrelated} that is unreadable.
 */
public final class MailReader {
  private final Consumer<Diagnostic> diagnostics;
  private final HeaderReader headerReader;
  private final PatchReader patchReader;

  /**
   * Readies a reader; it keeps no state between mails.
   *
   * @param diagnostics hears what was odd
   */
  public MailReader(Consumer<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
    this.headerReader = new HeaderReader(diagnostics);
    this.patchReader = new PatchReader(headerReader, diagnostics);
  }

  /** Returns what {@code message} is or carries: at least one item, several for attachments. */
  public List<MailItem> read(RawMessage message) {
    Envelope envelope = Envelope.bare(message);
    try {
      HeaderBlock headers = HeaderBlock.of(message.octets());
      envelope = headerReader.envelope(message, headers);
      return items(message, headers, envelope);
    } catch (RuntimeException | StackOverflowError failed) {
      // The mail library throws these at hostile parts; one mail must not hide all the others.
      diagnostics.accept(
          Diagnostic.warning(
              message.where(),
              "this mail cannot be read (" + failed.getClass().getSimpleName() + "); left out"));
      return List.of(Unrelated.unreadable(envelope));
    }
  }

  private List<MailItem> items(RawMessage message, HeaderBlock headers, Envelope envelope) {
    if (headers.isEmpty()) {
      return List.of(bareDiff(message, envelope));
    }
    MediaType type = MediaType.of(headers.last("content-type"));
    List<MailPart> parts = type.isMultipart() ? parts(message, headers, type) : List.of();
    if (!parts.isEmpty()) {
      return new MultipartReader(patchReader, diagnostics).items(envelope, headers, parts);
    }
    MailBody body = plainBody(message, headers, type);
    return List.of(new Classifier(patchReader).item(envelope, headers, body));
  }

  private List<MailPart> parts(RawMessage message, HeaderBlock headers, MediaType type) {
    Octets body = message.octets().slice(headers.bodyStart());
    String contentType = headers.last("content-type").map(Utf8::text).orElse("");
    if (!type.namesBoundary()) {
      return partsOf(message, List.of());
    }
    MultipartTree tree = MultipartTree.read(body, contentType);
    if (tree.isIncomplete() && !tree.leaves().isEmpty()) {
      diagnostics.accept(
          Diagnostic.warning(
              message.where(), "a part of this mail cannot be read, and is left out"));
    }
    return partsOf(message, tree.leaves());
  }

  private List<MailPart> partsOf(RawMessage message, List<MailPart> parts) {
    if (parts.isEmpty()) {
      diagnostics.accept(
          Diagnostic.warning(
              message.where(), "the parts of this mail cannot be told apart; read as plain text"));
    }
    return parts;
  }

  private MailBody plainBody(RawMessage message, HeaderBlock headers, MediaType type) {
    Octets encoded = message.octets().slice(headers.bodyStart());
    Locator where = message.where().plus(headers.bodyStart());
    TransferEncoding encoding = TransferEncoding.of(headers);
    if (encoding.isBroken(encoded)) {
      diagnostics.accept(
          Diagnostic.warning(where, "the base64 text is damaged; what can be read of it is used"));
    }
    return MailBody.decode(encoded, encoding, type, where);
  }

  private MailItem bareDiff(RawMessage message, Envelope envelope) {
    PatchText text = PatchText.of(message.octets());
    if (!text.hasDiff()) {
      return new Unrelated(envelope, "neither a mail nor a diff");
    }
    String title = PatchFileName.read(message.where().container()).title();
    SubjectLine subject = PatchFileName.read(message.where().container()).subject(0);
    MailBody body = new MailBody(message.octets(), CharsetName.NONE, message.where(), true);
    return patchReader.bare(envelope.withSubject(subject, title), body, text);
  }
}
