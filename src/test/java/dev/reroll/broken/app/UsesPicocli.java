package dev.reroll.broken.app;

import picocli.CommandLine;

/** Uses the library of another package. */
public record UsesPicocli(CommandLine commandLine) {}
