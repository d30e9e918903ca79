package dev.reroll.linediff;

import dev.reroll.message.Octets;

/** The two sides of a drawn diff. */
public record TextPair(String name, Octets before, Octets after) {}
