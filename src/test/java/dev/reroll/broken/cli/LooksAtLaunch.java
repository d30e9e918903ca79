package dev.reroll.broken.cli;

import dev.reroll.broken.launch.Shown;

/** Looks at the start of the process. */
public record LooksAtLaunch(Shown shown) {}
