/**
 * The diffs of files as {@code git log -p} shows them, renames found.
 *
 * <p>Enters: changed paths, and a reader of contents. Leaves: {@code FileDiff}s, also of trees that
 * were made in memory. Must not know: commits, and where contents are stored.
 */
@NullMarked
package dev.reroll.repo.diff;

import org.jspecify.annotations.NullMarked;
