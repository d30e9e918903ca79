/**
 * Git repositories, read: the commits of a range as the patches that {@code git range-diff} would
 * compare, and the trees that mailed patches apply to.
 *
 * <p>Enters: a folder, revisions, what a series expects of its base. Leaves: {@code
 * ComparablePatch}, trees, the diffs of trees that were made in memory; {@code GitRepository} opens
 * all of it. Must not know: series and how they are found. No wing looks at this package, and each
 * looks only at wings to its left:
 *
 * <pre>
 * place ▶ revisions ▶ objects ▶ paths ▶ attributes ▶ diff ▶ commits, base, write
 * </pre>
 *
 * <p>Nothing is written to a repository but by {@code write}, for those who ask for it.
 */
@NullMarked
package dev.reroll.repo;

import org.jspecify.annotations.NullMarked;
