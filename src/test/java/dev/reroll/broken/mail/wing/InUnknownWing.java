package dev.reroll.broken.mail.wing;

/** In a wing of a room that has none. */
public record InUnknownWing(String text) {}
