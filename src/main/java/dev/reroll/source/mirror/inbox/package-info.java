/**
 * The folders of mirrors: inboxes, their epochs, and which list's copy of a mail is preferred.
 *
 * <p>Enters: a folder that the user names. Leaves: {@code Inbox}. Must not know: indexes, and what
 * mails say.
 */
@NullMarked
package dev.reroll.source.mirror.inbox;

import org.jspecify.annotations.NullMarked;
