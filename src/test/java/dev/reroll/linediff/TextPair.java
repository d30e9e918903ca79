package dev.reroll.linediff;

import dev.reroll.bytes.Octets;

/** The two sides of a drawn diff. */
public record TextPair(String name, Octets before, Octets after) {}
