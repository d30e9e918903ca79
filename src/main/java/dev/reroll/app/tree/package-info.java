/**
 * Versions applied to the trees of a repository.
 *
 * <p>Enters: selected versions and the place of a repository. Leaves: their patches as the tree has
 * them, end results, and commits where those are asked for. Must not know: how patches are paired.
 */
@NullMarked
package dev.reroll.app.tree;

import org.jspecify.annotations.NullMarked;
