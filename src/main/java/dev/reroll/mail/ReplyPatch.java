package dev.reroll.mail;

import dev.reroll.bytes.Octets;
import java.util.Optional;

/**
 * The whole new patch that an answer holds: with a {@code ---} line above its diff, or below
 * scissors.
 *
 * <p>{@code git am} takes the whole answer for the message, or what is below the scissors (with
 * {@code --scissors}); so do we. A diff without either is an example, not a patch to be compared.
 */
public final class ReplyPatch {
  private static final String[] SCISSORS = {">8", "8<", ">%", "%<"};

  /** Those of {@code -- >8 --}. */
  private static final int MIN_MARKS = 6;

  private ReplyPatch() {}

  /** Finds the patch in {@code reply}. */
  public static Optional<PatchMail> in(Reply reply) {
    if (!reply.carriesDiff()) {
      return Optional.empty();
    }
    int cut = belowScissors(reply.text());
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
    return new PatchReader(new HeaderReader(said -> {}), said -> {})
        .patch(own, HeaderBlock.of(headers), read, text);
  }

  /** Returns what stands below the first line of scissors; −1 where there is none. */
  private static int belowScissors(Octets text) {
    int end = 0;
    for (int line = 0; line < text.length(); line = end) {
      end = text.endOfLine(line);
      if (isScissors(text.slice(line, end))) {
        return end;
      }
    }
    return -1;
  }

  /** Whether a line is scissors and dashes for the most part, as git-mailinfo(1) has it. */
  private static boolean isScissors(Octets line) {
    if (line.indexOf('-', 0) < 0 || line.length() > 200) {
      return false;
    }
    String rest = line.toString();
    boolean isCut = false;
    int marks = 0;
    for (String mark : SCISSORS) {
      int before = rest.length();
      rest = rest.replace(mark, "");
      isCut |= rest.length() < before;
      marks += before - rest.length();
    }
    int words = 0;
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      marks += c == '-' ? 1 : 0;
      words += c > ' ' && c != '-' ? 1 : 0;
    }
    return isCut && marks >= MIN_MARKS && words <= marks;
  }
}
