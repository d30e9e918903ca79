/**
 * What brings an index up to date, batch by batch, whoever else does the same.
 *
 * <p>Enters: an inbox and the folder for its index. Leaves: {@code InboxIndex}, {@code
 * IndexReport}. Must not know: queries.
 */
@NullMarked
package dev.reroll.source.mirror.update;

import org.jspecify.annotations.NullMarked;
