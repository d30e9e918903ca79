package dev.reroll.mail;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.subject.SubjectLine;
import java.nio.charset.StandardCharsets;

/** Decides what a mail of one text is. */
final class Classifier {
  private final PatchReader patchReader;

  Classifier(PatchReader patchReader) {
    this.patchReader = patchReader;
  }

  MailItem item(Envelope envelope, HeaderBlock headers, MailBody whole) {
    SubjectLine subject = envelope.subject();
    MailBody body = subject.reply() ? whole : patchReader.bodyOf(whole);
    PatchText text = PatchText.of(body.octets());
    if (subject.reply()) {
      return new Reply(envelope, body.utf8(), text.hasDiff());
    }
    if (isCoverNumber(subject)) {
      return new CoverLetter(envelope, body.utf8());
    }
    if (subject.hasTag("PULL") || subject.title().startsWith("pull request")) {
      return new Unrelated(envelope, LeftOutReason.PULL_REQUEST, body.utf8());
    }
    return text.hasDiff()
        ? patchReader.patch(envelope, headers, body, text)
        : withoutDiff(envelope, body);
  }

  private static boolean isCoverNumber(SubjectLine subject) {
    return subject.position().isPresent() && subject.position().get().ordinal() == 0;
  }

  private static MailItem withoutDiff(Envelope envelope, MailBody body) {
    SubjectLine subject = envelope.subject();
    Octets text = body.utf8();
    if (subject.isPatch() && isAnswer(envelope) && quotes(text)) {
      return new Reply(envelope, text, false); // Some mail programs leave out "Re:".
    }
    if (subject.position().isPresent()) {
      return new Unrelated(envelope, LeftOutReason.NUMBERED_WITHOUT_DIFF, text);
    }
    if (subject.isPatch()) {
      return readsLikeCover(subject, body)
          ? new CoverLetter(envelope, text)
          : new Unrelated(envelope, LeftOutReason.ANNOUNCED_WITHOUT_DIFF, text);
    }
    return envelope.inReplyTo().isPresent()
        ? new Reply(envelope, text, false)
        : new Unrelated(envelope, LeftOutReason.NEITHER_PATCH_NOR_REPLY, text);
  }

  private static boolean isAnswer(Envelope envelope) {
    return envelope.inReplyTo().isPresent() || !envelope.references().isEmpty();
  }

  /** Whether a line of {@code text} is quoted. */
  private static boolean quotes(Octets text) {
    for (int start = 0; start < text.length(); start = text.endOfLine(start)) {
      if (text.at(start) == '>') {
        return true;
      }
    }
    return false;
  }

  /** A cover letter without a number still has the diffstat of the series, or calls itself one. */
  private static boolean readsLikeCover(SubjectLine subject, MailBody body) {
    String text = body.octets().decode(StandardCharsets.ISO_8859_1);
    return subject.hasTag("PATCHSET")
        || text.contains(" files changed, ")
        || text.contains(" file changed, ")
        || text.contains("patchset")
        || text.contains("patch set")
        || text.contains("series");
  }
}
