package dev.reroll.mail;

/**
 * Stands for a mail that takes no part in a series.
 *
 * @param reason why, for people: {@code a pull request}
 */
public record Unrelated(Envelope envelope, String reason) implements MailItem {}
