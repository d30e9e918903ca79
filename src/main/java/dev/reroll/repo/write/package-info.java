/**
 * What is written to a repository: objects, and the refs below {@code refs/reroll/}.
 *
 * <p>Enters: trees made in memory, with what a commit says. Leaves: nothing but what it wrote. Must
 * not touch: other refs, the index, the working tree.
 */
@NullMarked
package dev.reroll.repo.write;

import org.jspecify.annotations.NullMarked;
