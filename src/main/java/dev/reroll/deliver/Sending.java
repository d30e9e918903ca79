package dev.reroll.deliver;

/**
 * How an attempt to send a mail ended.
 *
 * @param state whether the mail left
 * @param answer what the other side said last, or what went wrong, on one line
 */
public record Sending(State state, String answer) {
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
