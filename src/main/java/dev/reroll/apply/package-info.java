/**
 * Mailed patches, applied to a tree in memory as {@code git am} does it, and merged by the blobs
 * that they name where they do not fit.
 *
 * <p>Enters: the diff of a patch mail, as octets, and a {@link dev.reroll.apply.tree.Tree} that an
 * edge reads. Leaves: an {@link dev.reroll.apply.tree.Overlay}, what it changes over that tree, or
 * the words in which git refuses. Must not know: repositories, commits, mails, series versions;
 * nothing here is written anywhere. No wing looks at this package, and each looks only at wings to
 * its left:
 *
 * <pre>
 * tree ▶ read ▶ content ▶ merge ▶ run
 * </pre>
 */
@NullMarked
package dev.reroll.apply;

import org.jspecify.annotations.NullMarked;
