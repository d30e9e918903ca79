package dev.reroll.mail;

import dev.reroll.message.Diagnostic;
import dev.reroll.message.Octets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes a patch of a mail's headers and body: author and message as {@code git am} commits them.
 */
final class PatchReader {
  private final HeaderReader headerReader;
  private final Consumer<Diagnostic> diagnostics;

  PatchReader(HeaderReader headerReader, Consumer<Diagnostic> diagnostics) {
    this.headerReader = headerReader;
    this.diagnostics = diagnostics;
  }

  /** Reads a patch whose own headers are {@code headers}; the envelope may be another mail's. */
  PatchMail patch(Envelope envelope, HeaderBlock headers, MailBody body, PatchText text) {
    return new PatchMail(
        envelope,
        Optional.of(author(envelope, headers, text)),
        new CommitMessage(subject(headers, body, text), message(body, text)),
        text.notes(),
        text.diff(),
        body.whereOf(text.diffIndex()));
  }

  /** Makes a patch of a diff without mail headers; text above it is its message. */
  PatchMail bare(Envelope envelope, MailBody body, PatchText text) {
    return new PatchMail(
        envelope,
        Optional.empty(),
        new CommitMessage(Octets.EMPTY, message(body, text)),
        text.notes(),
        text.diff(),
        body.whereOf(text.diffIndex()));
  }

  private Person author(Envelope envelope, HeaderBlock headers, PatchText text) {
    Optional<Octets> header = text.headers().from().or(() -> headers.last("from"));
    Octets decoded =
        header
            .map(value -> headerReader.decoded(value, "from", envelope.where()))
            .orElse(Octets.EMPTY);
    Person author = SenderLine.asCommitted(SenderLine.read(Utf8.text(decoded)));
    return author.address().isEmpty() ? envelope.from() : author;
  }

  private Octets subject(HeaderBlock headers, MailBody body, PatchText text) {
    Optional<Octets> header = text.headers().subject().or(() -> headers.last("subject"));
    return header
        .map(value -> headerReader.decoded(value, "subject", body.where()))
        .map(GitSubject::of)
        .map(Utf8::repaired)
        .orElse(Octets.EMPTY);
  }

  private Octets message(MailBody body, PatchText text) {
    Optional<Octets> converted = body.charset().toUtf8(text.message());
    Octets octets = converted.orElse(text.message());
    if (!Utf8.isAscii(text.message())) {
      reportCharset(body, converted.isPresent(), Utf8.isValid(octets));
    }
    return Utf8.repaired(Blanks.stripped(octets));
  }

  private void reportCharset(MailBody body, boolean converted, boolean valid) {
    String name = body.charset().name();
    String reading = valid ? "read as UTF-8" : "octets that are not UTF-8 are read as Latin-1";
    if (!converted) {
      String reason =
          body.charset().isKnown()
              ? "is not the " + name + " that it claims"
              : "names the unknown charset '" + name + "'";
      diagnostics.accept(
          Diagnostic.warning(body.where(), "the message " + reason + "; " + reading));
    } else if (!valid) {
      diagnostics.accept(Diagnostic.note(body.where(), "the message: " + reading));
    }
  }
}
