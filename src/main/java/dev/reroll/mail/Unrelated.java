package dev.reroll.mail;

/**
 * A mail that takes no part in a series.
 *
 * @param reason why
 */
public record Unrelated(Envelope envelope, LeftOutReason reason) implements MailItem {
  /** Returns a mail that no reader could make anything of; its headers are what is left of it. */
  static Unrelated unreadable(Envelope envelope) {
    return new Unrelated(envelope, LeftOutReason.UNREADABLE);
  }

  /** Whether this is a mail that may hold anything, for it could not be read. */
  public boolean isUnreadable() {
    return reason == LeftOutReason.UNREADABLE;
  }
}
