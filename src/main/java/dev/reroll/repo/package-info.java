/**
 * Reads git repositories: turns the commits of a range into the patches that {@code git range-diff}
 * would compare, and finds the trees that mailed patches apply to.
 *
 * <p>Enters: a folder, revisions, what a series expects of its base. Leaves: {@code
 * ComparablePatch}, trees, the diffs of trees that were made in memory. Must not know: series and
 * how they are found. Nothing is written to a repository but by {@code CommitWriter}, which adds
 * objects, and {@code SeriesRefs}, which keeps what is under {@code refs/reroll/}; both are for who
 * asks for it.
 */
@NullMarked
package dev.reroll.repo;

import org.jspecify.annotations.NullMarked;
