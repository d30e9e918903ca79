package dev.reroll.app;

import dev.reroll.review.result.Review;

/**
 * Holds two versions compared and reviewed.
 *
 * @param comparison how it came about
 * @param review what it means
 */
public record ReviewedPair(Comparison comparison, Review review) {}
