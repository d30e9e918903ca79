package dev.reroll.broken.source.server;

/** In a wing that the design knows. */
public record InWing(String text) {}
