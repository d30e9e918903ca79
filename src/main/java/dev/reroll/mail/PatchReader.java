package dev.reroll.mail;

import dev.reroll.bytes.Octets;
import dev.reroll.bytes.Utf8;
import dev.reroll.mail.subject.SubjectLine;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Locator;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes a patch of a mail's headers and body: author and message as {@code git am} commits them.
 */
final class PatchReader {
  private final HeaderReader headerReader;
  private final Consumer<Diagnostic> diagnostics;
  private final boolean obeysScissors;

  PatchReader(HeaderReader headerReader, Consumer<Diagnostic> diagnostics, boolean obeysScissors) {
    this.headerReader = headerReader;
    this.diagnostics = diagnostics;
    this.obeysScissors = obeysScissors;
  }

  /** Returns the part of {@code body} that is a patch's: all of it, or what is below scissors. */
  MailBody bodyOf(MailBody body) {
    return obeysScissors ? body.belowScissors() : body;
  }

  /** Reads a patch whose own headers are {@code headers}; the envelope may be another mail's. */
  PatchMail patch(Envelope envelope, HeaderBlock headers, MailBody body, PatchText text) {
    reportRepair(body);
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
    reportRepair(body);
    return new PatchMail(
        envelope,
        Optional.empty(),
        new CommitMessage(Octets.EMPTY, message(body, text)),
        text.notes(),
        text.diff(),
        body.whereOf(text.diffIndex()));
  }

  private void reportRepair(MailBody body) {
    if (body.repair() == MailBody.Repair.QUOTED_CR) {
      diagnostics.accept(
          Diagnostic.note(
              body.where(),
              "each line ends in CR, the diff's own too: a mail server put it there; left out"));
    } else if (body.repair() == MailBody.Repair.HTML) {
      diagnostics.accept(
          Diagnostic.warning(
              body.where(), "a patch in HTML; its text is read, but blanks may be lost"));
    }
  }

  private Person author(Envelope envelope, HeaderBlock headers, PatchText text) {
    Octets header = decoded(text.headers().from(), headers, "from", envelope.where());
    Person author = SenderLine.asCommitted(SenderLine.read(Utf8.string(header)));
    return author.address().isEmpty() ? envelope.from() : author;
  }

  private Octets subject(HeaderBlock headers, MailBody body, PatchText text) {
    Octets header = decoded(text.headers().subject(), headers, "subject", body.where());
    return Utf8.repaired(GitSubject.of(header));
  }

  /** Decodes the in-body header, or the mail's own, of which the envelope has reported already. */
  private Octets decoded(Optional<Octets> inBody, HeaderBlock headers, String name, Locator where) {
    if (inBody.isPresent()) {
      return headerReader.decoded(inBody.get(), name, where);
    }
    Octets own = headers.last(name).orElse(Octets.EMPTY);
    return EncodedWords.decode(own).orElse(own);
  }

  private Octets message(MailBody body, PatchText text) {
    Optional<Octets> converted = body.charset().toUtf8(text.message());
    Octets octets = converted.orElse(text.message());
    if (text.exampleIndex() >= 0) {
      diagnostics.accept(
          Diagnostic.warning(
              body.whereOf(text.exampleIndex()),
              "an example diff in the message; git am would take it for part of the patch"));
    }
    if (!text.message().isAscii()) {
      reportCharset(body, converted.isPresent(), Utf8.isCommittable(octets));
    }
    return Utf8.repaired(Blanks.stripped(octets));
  }

  private void reportCharset(MailBody body, boolean converted, boolean valid) {
    String name = body.charset().name();
    String reading = valid ? "read as UTF-8" : "bytes that are not UTF-8 are read as Latin-1";
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

  /**
   * Makes a commit's subject of a mail's: drops leading {@code Re:}, bracket groups, blanks and
   * colons, in any order and number, as {@code git mailinfo} does.
   *
   * <p>Unlike {@link SubjectLine}, a group ends at its first closing bracket, and {@code AW:}
   * stays.
   */
  private static final class GitSubject {
    private GitSubject() {}

    static Octets of(Octets decoded) {
      int at = 0;
      int next;
      while ((next = skipOne(decoded, at)) > at) {
        at = next;
      }
      return Blanks.collapsed(decoded.slice(at));
    }

    private static int skipOne(Octets subject, int at) {
      if (at == subject.length()) {
        return at;
      }
      switch (subject.at(at)) {
        case 'r', 'R' -> {
          boolean marked = subject.startsWith("e:", at + 1) || subject.startsWith("E:", at + 1);
          // A subject that is nothing but "Re:" stays.
          boolean reply = marked && at + 3 < subject.length();
          return reply ? at + 3 : at;
        }
        case ' ', '\t', ':' -> {
          return at + 1;
        }
        case '[' -> {
          int close = subject.indexOf(']', at);
          return close < 0 ? at : close + 1;
        }
        default -> {
          return at;
        }
      }
    }
  }
}
