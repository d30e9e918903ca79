package dev.reroll.source.mirror.query;

import dev.reroll.source.mirror.inbox.MailNumber;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Where a mail lies.
 *
 * @param number its place in the inbox
 * @param blob its object
 * @param arrival when it came, in seconds since 1970
 * @param messageId its id
 */
record FoundMail(MailNumber number, ObjectId blob, long arrival, String messageId) {}
