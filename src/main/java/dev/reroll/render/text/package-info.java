/**
 * Comparisons as text in git's very octets, and text of our own for a screen.
 *
 * <p>Enters: range-diffs, interdiffs, lineages. Leaves: lines, coloured if wanted, with what a
 * terminal would obey made visible if wanted. Must not know: reviews, and whether anybody looks at
 * a screen.
 */
@NullMarked
package dev.reroll.render.text;

import org.jspecify.annotations.NullMarked;
