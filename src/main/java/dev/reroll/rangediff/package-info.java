/**
 * Turns an alignment into the comparison itself: pairs, and the diff of their diffs.
 *
 * <p>Enters: two lists of comparable patches. Leaves: {@code RangeDiff}. Must not know: colours,
 * terminals, mail.
 */
@NullMarked
package dev.reroll.rangediff;

import org.jspecify.annotations.NullMarked;
