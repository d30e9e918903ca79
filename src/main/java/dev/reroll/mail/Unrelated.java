package dev.reroll.mail;

/**
 * Stands for a mail that takes no part in a series.
 *
 * @param reason why, for people: {@code a pull request}
 */
public record Unrelated(Envelope envelope, String reason) implements MailItem {
  private static final String UNREADABLE = "unreadable";

  /** Returns a mail that no reader could make anything of; its headers are what is left of it. */
  static Unrelated unreadable(Envelope envelope) {
    return new Unrelated(envelope, UNREADABLE);
  }

  /** Whether this is a mail that may hold anything, for it could not be read. */
  public boolean isUnreadable() {
    return reason.equals(UNREADABLE);
  }
}
