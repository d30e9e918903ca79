/**
 * Reads one raw message into its items: cover letter, patches, reply, or none of these.
 *
 * <p>Enters: raw messages. Leaves: {@link dev.reroll.mail.MailItem}. Must not know: what a hunk is,
 * other mails.
 */
@NullMarked
package dev.reroll.mail;

import org.jspecify.annotations.NullMarked;
