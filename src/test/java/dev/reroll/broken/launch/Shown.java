package dev.reroll.broken.launch;

/** Is seen from where it must not be. */
public record Shown() {}
