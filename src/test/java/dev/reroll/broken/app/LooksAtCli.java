package dev.reroll.broken.app;

import dev.reroll.broken.cli.Shown;

/** Looks at the skin. */
public record LooksAtCli(Shown shown) {}
