/**
 * What a mail is before anyone reads it: octets, an id, and where it came from.
 *
 * <p>Enters: the octets of a mailbox. Leaves: {@link dev.reroll.message.RawMessage}. Must not know:
 * charsets, patches, or more of the headers than it takes to split and to recognise copies.
 */
@NullMarked
package dev.reroll.message;

import org.jspecify.annotations.NullMarked;
