package dev.reroll.broken.source.server;

/** Is in a wing that the design knows. */
public record InWing(String text) {}
