package dev.reroll.broken.cli;

import dev.reroll.broken.app.UsesPicocli;

/** What the skin shows. */
public record Shown(UsesPicocli useCase) {}
