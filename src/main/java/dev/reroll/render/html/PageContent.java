package dev.reroll.render.html;

import dev.reroll.interdiff.Interdiff;
import dev.reroll.review.result.Review;
import java.util.Optional;

/**
 * What the page of one pair of versions is about.
 *
 * @param review what changed, patch by patch
 * @param endResult how the end results differ, where that is known
 */
public record PageContent(Review review, Optional<Interdiff> endResult) {}
