/**
 * Questions to indexes, and the mails that answer them, from one inbox or several.
 *
 * <p>Enters: message-ids, a query. Leaves: the places of mails, whole threads, and the mails octet
 * for octet. Must not know: how the index came to be.
 */
@NullMarked
package dev.reroll.source.mirror.query;

import org.jspecify.annotations.NullMarked;
