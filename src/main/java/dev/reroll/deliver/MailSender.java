package dev.reroll.deliver;

import dev.reroll.problem.Refusal;
import java.util.List;

/** A way for mails to leave the machine. */
public interface MailSender {
  /**
   * Hands {@code mail} over, once; never tries again by itself.
   *
   * @throws Refusal where it cannot even be tried: nothing was sent
   */
  Sending send(ComposedMail mail, Envelope envelope) throws Refusal;

  /** Returns what {@link #send} would say to whom, a line each; nothing is contacted. */
  List<String> rehearse(ComposedMail mail, Envelope envelope);
}
