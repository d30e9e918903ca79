/**
 * Diffs two sequences of lines.
 *
 * <p>Enters: lines as ints. Leaves: edits. Must not know: what the lines mean.
 */
@NullMarked
package dev.reroll.linediff;

import org.jspecify.annotations.NullMarked;
