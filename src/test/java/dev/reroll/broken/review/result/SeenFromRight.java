package dev.reroll.broken.review.result;

/** Imported by a wing to the right, as it should be. */
public record SeenFromRight(String text) {}
