package dev.reroll.series;

import dev.reroll.mail.LeftOutReason;
import dev.reroll.mail.MailItem;

/**
 * A mail that takes no part in the comparison.
 *
 * @param item the mail
 * @param reason why
 */
public record LeftOut(MailItem item, LeftOutReason reason) {}
