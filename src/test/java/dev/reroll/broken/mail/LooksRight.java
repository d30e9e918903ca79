package dev.reroll.broken.mail;

import dev.reroll.broken.patch.LooksLeft;

/** Looks at a room to its right. */
public record LooksRight(LooksLeft right) {}
