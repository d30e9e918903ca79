/**
 * Diffs two sequences of lines.
 *
 * <p>Enters: lines as octets, which a {@code LineTable} turns into ints. Leaves: edits, hunks, and
 * how long a diff is. Must not know: what the lines mean.
 */
@NullMarked
package dev.reroll.linediff;

import org.jspecify.annotations.NullMarked;
