package dev.reroll.broken.source;

import dev.reroll.broken.source.server.InWing;

/** Looks at a wing that stands on it. */
public record LooksAtItsWing(InWing wing) {}
