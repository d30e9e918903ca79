package dev.reroll.mail;

import dev.reroll.bytes.Octets;
import dev.reroll.bytes.Utf8;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Locator;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
   * Creates a reader; it keeps no state between mails.
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
    String contentType = headers.last("content-type").map(Utf8::string).orElse("");
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
      return new Unrelated(envelope, LeftOutReason.NEITHER_MAIL_NOR_DIFF, Octets.EMPTY);
    }
    String title = PatchFileName.read(message.where().container()).title();
    SubjectLine subject = PatchFileName.read(message.where().container()).subject(0);
    MailBody body = new MailBody(message.octets(), CharsetName.NONE, message.where(), true);
    return patchReader.bare(envelope.withSubject(subject, title), body, text);
  }

  /**
   * Takes a multipart body apart into its leaves: the one class that touches the mail library,
   * loaded only when such a mail is met. The library finds the boundaries; decoding is ours.
   */
  private static final class MultipartTree {
    /** Deeper parts are left out; real mails nest three deep at most. */
    private static final int MAX_DEPTH = 12;

    private static final int MAX_PARTS = 1000;

    private final List<MailPart> leaves = new ArrayList<>();
    private boolean incomplete;

    private MultipartTree() {}

    /**
     * Takes {@code body} apart. Whatever the library throws unchecked at hostile parts is the
     * caller's to catch: then nothing of the mail is certain.
     *
     * @param contentType the value of the header that names the boundary
     */
    static MultipartTree read(Octets body, String contentType) {
      MultipartTree tree = new MultipartTree();
      tree.walk(body, contentType, 0);
      return tree;
    }

    /** Returns the leaves in their order; none where the structure cannot be made out. */
    List<MailPart> leaves() {
      return List.copyOf(leaves);
    }

    /** Whether there are parts beyond the leaves, which are damaged, too many or too deep. */
    boolean isIncomplete() {
      return incomplete;
    }

    private void walk(Octets body, String contentType, int depth) {
      try {
        MimeMultipart parts =
            new MimeMultipart(new ByteArrayDataSource(body.toByteArray(), contentType));
        int count = parts.getCount();
        for (int i = 0; i < count && leaves.size() < MAX_PARTS; i++) {
          visit(parts.getBodyPart(i), depth);
        }
        incomplete |= leaves.size() >= MAX_PARTS && count > 1;
      } catch (MessagingException | IOException e) {
        // What was found so far is all there is; the caller reports it.
        incomplete = true;
      }
    }

    private void visit(BodyPart part, int depth) throws MessagingException, IOException {
      String contentType = header(part, "Content-Type");
      Octets encoded = raw(part);
      MediaType type =
          MediaType.of(Optional.of(Octets.utf8(contentType)).filter(value -> !value.isEmpty()));
      if (type.isMultipart()) {
        if (depth < MAX_DEPTH) {
          walk(encoded, contentType, depth + 1);
        } else {
          incomplete = true;
        }
        return;
      }
      String disposition = header(part, "Content-Disposition").strip().toLowerCase(Locale.ROOT);
      leaves.add(
          new MailPart(
              type,
              fileName(part),
              disposition.startsWith("attachment"),
              TransferEncoding.named(header(part, "Content-Transfer-Encoding")),
              encoded));
    }

    private static Octets raw(BodyPart part) throws MessagingException, IOException {
      if (part instanceof MimeBodyPart mime) {
        try (var in = mime.getRawInputStream()) {
          return Octets.wrap(in.readAllBytes());
        }
      }
      return Octets.EMPTY;
    }

    private static String header(BodyPart part, String name) throws MessagingException {
      String[] values = part.getHeader(name);
      return values == null || values.length == 0 ? "" : values[0];
    }

    private static Optional<String> fileName(BodyPart part) {
      try {
        return Optional.ofNullable(part.getFileName())
            .map(name -> Octets.wrap(name.getBytes(StandardCharsets.UTF_8)))
            .map(name -> Utf8.string(EncodedWords.decode(name).orElse(name)).strip())
            .filter(name -> !name.isEmpty());
      } catch (MessagingException e) {
        return Optional.empty();
      }
    }
  }
}
