/**
 * Applies mailed patches to a tree in memory, as {@code git am} does it, and merges what does not
 * fit by the blobs that the patches name.
 *
 * <p>Enters: the diff of a patch mail, as octets, and a {@link dev.reroll.apply.Tree} that an edge
 * reads. Leaves: an {@link dev.reroll.apply.Overlay}, what it changes over that tree, or the words
 * in which git refuses. Must not know: repositories, commits, mails, series versions; nothing here
 * is written anywhere.
 */
@NullMarked
package dev.reroll.apply;

import org.jspecify.annotations.NullMarked;
