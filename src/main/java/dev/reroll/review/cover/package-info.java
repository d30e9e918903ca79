/**
 * How the text of the cover letter changed.
 *
 * <p>Enters: both cover letters. Leaves: {@code CoverReview}: paragraphs, and words within them.
 * Must not know: patches, changelogs as such, answers.
 */
@NullMarked
package dev.reroll.review.cover;

import org.jspecify.annotations.NullMarked;
