package dev.reroll.linediff;

import dev.reroll.message.Octets;

/** Holds the two sides of a drawn diff. */
public record TextPair(String name, Octets before, Octets after) {}
