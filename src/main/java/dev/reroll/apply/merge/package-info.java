/**
 * Three-way merges of texts, files and trees, as {@code git am --3way} makes them.
 *
 * <p>Enters: a base, our tree and theirs. Leaves: our tree with their changes, renames followed, or
 * the conflict. Must not know: how a patch is put into a text.
 */
@NullMarked
package dev.reroll.apply.merge;

import org.jspecify.annotations.NullMarked;
