/**
 * The words in which people name commits, as {@code git range-diff} reads them (gitrevisions(7)).
 *
 * <p>Enters: arguments. Leaves: {@code CommitRange}, {@code CommitPair}, or git's own words on why
 * it is none. Must not know: what the commits hold.
 */
@NullMarked
package dev.reroll.repo.revisions;

import org.jspecify.annotations.NullMarked;
