package dev.reroll.broken.review.result;

import dev.reroll.broken.review.kinds.LooksLeft;

/** Looks at a wing to its right, and so closes a cycle between two wings. */
public record LooksAtWingToItsRight(LooksLeft right) {}
