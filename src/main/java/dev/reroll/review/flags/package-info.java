/**
 * Flags on what a maintainer checks before merging: interfaces, trailers and bases that differ.
 *
 * <p>Enters: both versions, and what became of each patch. Leaves: {@code ReviewFlag}. Must not
 * know: comments, and how flags are worded.
 */
@NullMarked
package dev.reroll.review.flags;

import org.jspecify.annotations.NullMarked;
