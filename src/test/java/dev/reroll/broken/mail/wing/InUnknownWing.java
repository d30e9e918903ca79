package dev.reroll.broken.mail.wing;

/** Is in a wing of a room that has none. */
public record InUnknownWing(String text) {}
