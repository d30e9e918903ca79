package dev.reroll.broken.patch;

import dev.reroll.broken.source.Exits;

record LooksAtEdge(Exits edge) {}
