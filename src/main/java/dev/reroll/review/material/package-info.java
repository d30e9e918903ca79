/**
 * What a review is made of, and what people write, taken apart as far as several wings need it.
 *
 * <p>Enters: the {@code Material} that {@code app} collects. Leaves: commit messages and answers in
 * parts, words of lines. Must not know: the code of patches, nor what is asked of any of this.
 */
@NullMarked
package dev.reroll.review.material;

import org.jspecify.annotations.NullMarked;
