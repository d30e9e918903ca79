/**
 * Compares the end results of two versions of a series, from their patches alone.
 *
 * <p>Enters: the parsed patches of both versions. Leaves: {@code Interdiff}, the diff from what the
 * older version makes of the files to what the newer one makes of them, and the files of which it
 * cannot be told. Must not know: mail, repositories, how patches are paired.
 *
 * <p>The walk: {@code Interdiffer} applies the patches of a version one after another to files of
 * which nothing is known at first; {@code BaseFile} keeps what the hunks show of each; {@code
 * FilePairs} says which file of the older version became which of the newer one; {@code TextDiffer}
 * compares the two texts.
 */
@NullMarked
package dev.reroll.interdiff;

import org.jspecify.annotations.NullMarked;
