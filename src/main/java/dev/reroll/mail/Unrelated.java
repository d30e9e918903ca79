package dev.reroll.mail;

import dev.reroll.bytes.Octets;

/**
 * A mail that takes no part in a series.
 *
 * @param reason why
 * @param text the body in UTF-8, line ends as they came; empty where nobody reads it
 */
public record Unrelated(Envelope envelope, LeftOutReason reason, Octets text) implements MailItem {
  /** Returns a mail that no reader could make anything of; its headers are what is left of it. */
  static Unrelated unreadable(Envelope envelope) {
    return new Unrelated(envelope, LeftOutReason.UNREADABLE, Octets.EMPTY);
  }

  /** Whether this is a mail that may hold anything, for it could not be read. */
  public boolean isUnreadable() {
    return reason == LeftOutReason.UNREADABLE;
  }
}
