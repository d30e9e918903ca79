package dev.reroll.broken.mail;

/** Imported by a room to the right, as it should be. */
public record SeenFromRight(String text) {}
