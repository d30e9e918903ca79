package dev.reroll.broken.review;

import dev.reroll.broken.review.kinds.LooksAtEntryOfItsRoom;

/** Calls its wings, as the entry of a room should. */
public record Entry(LooksAtEntryOfItsRoom wing) {}
