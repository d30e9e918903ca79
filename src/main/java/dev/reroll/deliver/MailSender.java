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
  Sending send(ComposedMail mail, Delivery envelope) throws Refusal;

  /** Returns what {@link #send} would say to whom, a line each; nothing is contacted. */
  List<String> rehearse(ComposedMail mail, Delivery envelope);

  /**
   * Who a mail is handed over for, whatever its headers say (RFC 5321, 2.3.1).
   *
   * @param sender the address that failures are reported to
   * @param recipients the addresses that get it, each once, at least one
   */
  record Delivery(String sender, List<String> recipients) {
    public Delivery {
      recipients = List.copyOf(recipients);
      if (recipients.isEmpty()) {
        throw new IllegalArgumentException("a mail that is sent has a recipient");
      }
    }
  }

  /**
   * How an attempt to send a mail ended.
   *
   * @param state whether the mail left
   * @param answer what the other side said last, or what went wrong, on one line
   */
  record Sending(State state, String answer) {
    /** Whether a mail left. */
    public enum State {
      /** The server has taken it. */
      SENT,
      /** It certainly has not left. */
      NOT_SENT,
      /** It was handed over whole, but nobody has said whether it was taken. */
      UNKNOWN
    }

    public Sending {
      answer = HeaderText.clean(answer);
    }

    static Sending sent(String answer) {
      return new Sending(State.SENT, answer);
    }

    static Sending notSent(String reason) {
      return new Sending(State.NOT_SENT, reason);
    }

    static Sending unknown(String reason) {
      return new Sending(State.UNKNOWN, reason);
    }
  }
}
