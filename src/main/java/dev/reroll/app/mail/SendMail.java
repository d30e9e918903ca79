package dev.reroll.app.mail;

import dev.reroll.deliver.ComposedMail;
import dev.reroll.deliver.MailSender;
import dev.reroll.deliver.MailSender.Delivery;
import dev.reroll.deliver.MailSender.Sending;
import dev.reroll.deliver.Outbox;
import dev.reroll.deliver.SentMails;
import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import dev.reroll.source.ShellWord;
import java.nio.file.Path;
import java.util.List;

/**
 * Sends a composed mail: once, never a part of it, and not without keeping it until it is gone.
 *
 * <p>First the mail is kept, then the right to send it is claimed on disk, then it is handed over.
 * What goes wrong before that leaves it unsent; what goes wrong behind leaves a claim.
 */
public final class SendMail {
  private final Outbox outbox;
  private final SentMails memory;
  private final MailSender sender;

  /** Creates the sending; nothing is contacted yet. */
  public SendMail(Outbox outbox, SentMails memory, MailSender sender) {
    this.outbox = outbox;
    this.memory = memory;
    this.sender = sender;
  }

  /**
   * Sends {@code mail}; returns what the other side said.
   *
   * @param again whether it may go to those who were told of these versions before
   * @throws Refusal where it was not sent, or may not have been: says which, why, and how to retry
   */
  public String send(ComposedMail mail, Delivery envelope, boolean again) throws Refusal {
    Path kept = outbox.keep(mail);
    boolean refused = true;
    try {
      String answer = send(mail, envelope, new Attempt(kept, again));
      refused = false;
      return answer;
    } finally {
      if (!refused) {
        outbox.forget(kept);
      }
    }
  }

  private record Attempt(Path kept, boolean again) {}

  private String send(ComposedMail mail, Delivery envelope, Attempt attempt) throws Refusal {
    List<String> addresses = envelope.recipients();
    SentMails.Claim claim = claim(mail, addresses, attempt);
    Sending sending;
    try {
      sending = sender.send(mail, envelope);
    } catch (Refusal notTried) {
      claim.release();
      throw new Refusal(
          notTried.kind(),
          notTried.getMessage() + "; the mail is saved as " + attempt.kept(),
          notTried.hints());
    }
    switch (sending.state()) {
      case SENT -> claim.confirm(addresses);
      case NOT_SENT -> {
        claim.release();
        throw Refusal.unreached(
            "not sent: " + sending.answer() + "; the mail is saved", retry(attempt.kept(), ""));
      }
      case UNKNOWN ->
          throw Refusal.unreached(
              "perhaps sent: "
                  + sending.answer()
                  + "; check whether <"
                  + mail.id()
                  + "> arrived, and send it again only if it did not",
              retry(attempt.kept(), " --again"));
    }
    return sending.answer();
  }

  /** A mail that was refused because it was sent before need not be kept once more. */
  private SentMails.Claim claim(ComposedMail mail, List<String> addresses, Attempt attempt)
      throws Refusal {
    try {
      return memory.claim(mail, addresses, attempt.again());
    } catch (Refusal refusal) {
      throw new Refusal(
          refusal.kind(),
          String.valueOf(refusal.getMessage()),
          List.of(Hint.line(retry(attempt.kept(), " --again"))));
    }
  }

  private static String retry(Path kept, String option) {
    return "reroll mail --send" + option + " --draft=" + ShellWord.of(kept.toString());
  }
}
