/**
 * The files of one patch, applied to one tree: all or none.
 *
 * <p>Enters: {@code FilePatch}es, an {@code Overlay}. Leaves: the overlay with the patch, or why it
 * is refused: paths that leave the tree or go through a symbolic link are. Must not know: what is
 * done with a patch that does not apply.
 */
@NullMarked
package dev.reroll.apply.run;

import org.jspecify.annotations.NullMarked;
