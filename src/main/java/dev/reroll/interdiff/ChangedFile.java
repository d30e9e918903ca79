package dev.reroll.interdiff;

import dev.reroll.patch.FileDiff;
import java.util.OptionalInt;

/**
 * Holds what is different in one file.
 *
 * @param diff from the older version's end result to the newer one's
 * @param likeness of a rename, how many percent of the content is the same; none where the mails do
 *     not hold all of it
 */
public record ChangedFile(FileDiff diff, OptionalInt likeness) {}
