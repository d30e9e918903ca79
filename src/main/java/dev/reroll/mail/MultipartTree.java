package dev.reroll.mail;

import dev.reroll.message.Octets;
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

/**
 * Takes a multipart body apart into its leaves: the one class that touches the mail library, loaded
 * only when such a mail is met. The library finds the boundaries; decoding is ours.
 */
final class MultipartTree {
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
          .map(name -> Utf8.text(EncodedWords.decode(name).orElse(name)).strip())
          .filter(name -> !name.isEmpty());
    } catch (MessagingException e) {
      return Optional.empty();
    }
  }
}
