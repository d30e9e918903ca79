/**
 * Which changed lines went from one patch to another.
 *
 * <p>Enters: the code of the patches of both versions, and what became of each patch. Leaves:
 * {@code HunkMove}s. Must not know: what people said.
 */
@NullMarked
package dev.reroll.review.moves;

import org.jspecify.annotations.NullMarked;
