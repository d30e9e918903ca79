package dev.reroll.broken.launch;

/** Seen from where it must not be. */
public record Shown() {}
