/**
 * A tree in memory, and what came of changing it.
 *
 * <p>Enters: the ports {@code Tree} and {@code Blobs}, which an edge implements. Leaves: {@code
 * Overlay}, files changed over a tree that stays as it is; {@code Application}, with the words in
 * which git refuses. Must not know: diffs.
 */
@NullMarked
package dev.reroll.apply.tree;

import org.jspecify.annotations.NullMarked;
