package dev.reroll.broken.review.elsewhere;

/** In a wing that the design does not know. */
public record InUnknownWing(String text) {}
