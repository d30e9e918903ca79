/**
 * A diff, read to the letter as {@code git apply} reads it.
 *
 * <p>Enters: octets. Leaves: {@code FilePatch}: the head of a file with its hunks, or binary data.
 * Must not know: what is in the tree; nothing is mended here.
 */
@NullMarked
package dev.reroll.apply.read;

import org.jspecify.annotations.NullMarked;
