package dev.reroll.broken.settings;

import dev.reroll.broken.source.Exits;

record LooksAtOtherEdge(Exits edge) {}
