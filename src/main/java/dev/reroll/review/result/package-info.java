/**
 * What a review says, as values: all that leaves {@code review}.
 *
 * <p>Enters: nothing; the other wings make these. Leaves: {@code Review} and its parts, for text,
 * HTML, JSON and mail. Must not know: how any of it is found out.
 */
@NullMarked
package dev.reroll.review.result;

import org.jspecify.annotations.NullMarked;
