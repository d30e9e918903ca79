package dev.reroll.broken.review.kinds;

import dev.reroll.broken.review.result.SeenFromRight;

/** Looks at a wing to its left, which is allowed; only the wing to the left closes a cycle. */
public record LooksLeft(SeenFromRight left) {}
