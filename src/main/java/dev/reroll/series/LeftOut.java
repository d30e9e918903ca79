package dev.reroll.series;

import dev.reroll.mail.MailItem;

/**
 * Names a mail that takes no part in the comparison.
 *
 * @param item the mail
 * @param reason why, for people: {@code a reply}, {@code a reply that carries a diff}
 */
public record LeftOut(MailItem item, String reason) {}
