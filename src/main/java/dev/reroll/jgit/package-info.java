/**
 * Keeps JGit quiet for all edges that open repositories with it: its settings are those of the
 * process, so there must be one place that makes them.
 *
 * <p>Enters: where a repository is. Leaves: the open repository. Must not know: anything of ours.
 */
@NullMarked
package dev.reroll.jgit;

import org.jspecify.annotations.NullMarked;
