package dev.reroll.mail;

import dev.reroll.bytes.Octets;
import dev.reroll.bytes.Utf8;
import dev.reroll.mail.subject.SubjectLine;
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
  /** Mails within mails within mails are read so deep. */
  private static final int MAX_NESTED = 4;

  private final Consumer<Diagnostic> diagnostics;
  private final HeaderReader headerReader;
  private final PatchReader patchReader;

  /**
   * Creates a reader; it keeps no state between mails.
   *
   * @param diagnostics hears what was odd
   */
  public MailReader(Consumer<Diagnostic> diagnostics) {
    this(diagnostics, false);
  }

  /**
   * Creates a reader.
   *
   * @param diagnostics hears what was odd
   * @param obeysScissors whether what stands above {@code -- >8 --} is no part of a patch, as with
   *     {@code mailinfo.scissors}
   */
  public MailReader(Consumer<Diagnostic> diagnostics, boolean obeysScissors) {
    this.diagnostics = diagnostics;
    this.headerReader = new HeaderReader(diagnostics);
    this.patchReader = new PatchReader(headerReader, diagnostics, obeysScissors);
  }

  /**
   * Returns what {@code message} is or carries: at least one item, several for attachments. Mails
   * that it carries whole ({@code message/rfc822}, digests) are read as mails of their own.
   */
  public List<MailItem> read(RawMessage message) {
    return read(new Carried(message, 0));
  }

  private List<MailItem> read(Carried mail) {
    RawMessage message = mail.message();
    Envelope envelope = Envelope.bare(message);
    try {
      HeaderBlock headers = HeaderBlock.of(message.octets());
      envelope = headerReader.envelope(message, headers);
      return items(mail, headers, envelope);
    } catch (RuntimeException | StackOverflowError failed) {
      // The mail library throws these at hostile parts; one mail must not hide all the others.
      diagnostics.accept(
          Diagnostic.warning(
              message.where(),
              "this mail cannot be read (" + failed.getClass().getSimpleName() + "); left out"));
      return List.of(Unrelated.unreadable(envelope));
    }
  }

  private List<MailItem> items(Carried mail, HeaderBlock headers, Envelope envelope) {
    RawMessage message = mail.message();
    if (headers.isEmpty()) {
      return List.of(bareDiff(message, envelope));
    }
    MediaType type = MediaType.of(headers.last("content-type"));
    if (type.isMessage() && mail.depth() < MAX_NESTED) {
      List<MailItem> carried =
          new ArrayList<>(read(mail.carrying(message.octets().slice(headers.bodyStart()))));
      carried.removeIf(MailReader::saysNothing);
      carried.add(0, new Unrelated(envelope, LeftOutReason.NEITHER_PATCH_NOR_REPLY, Octets.EMPTY));
      return carried;
    }
    List<MailPart> parts = type.isMultipart() ? parts(message, headers, type) : List.of();
    if (!parts.isEmpty()) {
      return partItems(mail, headers, envelope, parts);
    }
    MailBody body = plainBody(message, headers, type);
    return List.of(new Classifier(patchReader).item(envelope, headers, body));
  }

  private List<MailItem> partItems(
      Carried mail, HeaderBlock headers, Envelope envelope, List<MailPart> parts) {
    List<MailPart> own = new ArrayList<>();
    List<MailItem> carried = new ArrayList<>();
    for (MailPart part : parts) {
      if (part.type().isMessage() && mail.depth() < MAX_NESTED) {
        carried.addAll(read(mail.carrying(part.octets())));
      } else {
        own.add(part);
      }
    }
    List<MailItem> items = new ArrayList<>();
    carried.removeIf(MailReader::saysNothing); // The mail itself stands for these.
    if (own.isEmpty() && !carried.isEmpty()) {
      items.add(new Unrelated(envelope, LeftOutReason.NEITHER_PATCH_NOR_REPLY, Octets.EMPTY));
    } else {
      items.addAll(new MultipartReader(patchReader, diagnostics).items(envelope, headers, own));
    }
    items.addAll(carried);
    return items;
  }

  /** Whether something that a mail carries is no mail that anyone sent, or tells nothing. */
  private static boolean saysNothing(MailItem carried) {
    Envelope envelope = carried.envelope();
    return carried instanceof Unrelated
        || (envelope.id().isEmpty() && envelope.from().address().isEmpty());
  }

  /**
   * A mail, and how many others it came in.
   *
   * @param message its octets; where it was carried by another one, at the place of that
   * @param depth 0 for a mail of the mailbox
   */
  private record Carried(RawMessage message, int depth) {
    Carried carrying(Octets octets) {
      return new Carried(RawMessage.of(octets, message.where()), depth + 1);
    }
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
      boolean isDigest = contentType.toLowerCase(Locale.ROOT).contains("multipart/digest");
      try {
        MimeMultipart parts =
            new MimeMultipart(new ByteArrayDataSource(body.toByteArray(), contentType));
        int count = parts.getCount();
        for (int i = 0; i < count && leaves.size() < MAX_PARTS; i++) {
          visit(parts.getBodyPart(i), depth, isDigest);
        }
        incomplete |= leaves.size() >= MAX_PARTS && count > 1;
      } catch (MessagingException | IOException e) {
        // What was found so far is all there is; the caller reports it.
        incomplete = true;
      }
    }

    private void visit(BodyPart part, int depth, boolean isDigest)
        throws MessagingException, IOException {
      String own = header(part, "Content-Type");
      // RFC 2046, 5.1.5: what a digest holds is a mail unless it says otherwise.
      String contentType = own.isEmpty() && isDigest ? "message/rfc822" : own;
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
