package dev.reroll.oracle;

/** Who wrote a commit; one char an octet. */
record Author(String name, String address) {}
