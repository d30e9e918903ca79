/**
 * Commits as patches.
 *
 * <p>Enters: a range, what of its commits is looked at. Leaves: {@code ComparablePatch}, oldest
 * first, with names as mailmaps and texts as notes have them. Must not know: how ranges are
 * written.
 */
@NullMarked
package dev.reroll.repo.commits;

import org.jspecify.annotations.NullMarked;
