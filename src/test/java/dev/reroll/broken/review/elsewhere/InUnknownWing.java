package dev.reroll.broken.review.elsewhere;

/** Is in a wing that the design does not know. */
public record InUnknownWing(String text) {}
