package dev.reroll.broken.review.kinds;

import dev.reroll.broken.review.Entry;
import java.util.List;

/** Looks at the room whose wing it is in. */
public record LooksAtEntryOfItsRoom(List<Entry> room) {}
