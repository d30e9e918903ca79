package dev.reroll.mail;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.subject.SubjectLine;
import java.util.Optional;

/**
 * The whole new patch that an answer holds: with a {@code ---} line above its diff, or below
 * scissors.
 *
 * <p>{@code git am} takes the whole answer for the message, or what is below the scissors (with
 * {@code --scissors}); so do we. A diff without either is an example, not a patch to be compared.
 */
public final class ReplyPatch {
  private ReplyPatch() {}

  /** Finds the patch in {@code reply}. */
  public static Optional<PatchMail> in(Reply reply) {
    if (!reply.carriesDiff()) {
      return Optional.empty();
    }
    int cut = Scissors.endIn(reply.text());
    Octets body = cut < 0 ? reply.text() : reply.text().slice(cut);
    PatchText text = PatchText.of(body);
    boolean isWhole = text.hasDiff() && (cut >= 0 || text.hasDashes());
    return isWhole ? Optional.of(patch(reply.envelope(), body, text)) : Optional.empty();
  }

  private static PatchMail patch(Envelope envelope, Octets body, PatchText text) {
    String subject = text.headers().subject().map(Octets::toString).orElse(envelope.rawSubject());
    Octets headers = Octets.utf8("Subject: " + subject + "\nFrom: " + envelope.from() + "\n\n");
    Envelope own =
        envelope.withSubject(SubjectLine.parse(subject).withoutReplyMark(), envelope.rawSubject());
    MailBody read = new MailBody(body, CharsetName.NONE, envelope.where(), false);
    return new PatchReader(new HeaderReader(said -> {}), said -> {}, false)
        .patch(own, HeaderBlock.of(headers), read, text);
  }
}
