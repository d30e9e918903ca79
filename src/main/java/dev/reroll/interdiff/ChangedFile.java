package dev.reroll.interdiff;

import dev.reroll.bytes.Octets;
import dev.reroll.patch.FileDiff;
import java.util.OptionalInt;

/**
 * What is different in one file.
 *
 * @param diff from the older version's end result to the newer one's
 * @param likeness of a rename, how many percent of the content is the same; none where the mails do
 *     not hold all of it
 */
public record ChangedFile(FileDiff diff, OptionalInt likeness) {
  /** Makes one of a file that has its name still. */
  public static ChangedFile of(FileDiff diff) {
    return new ChangedFile(diff, OptionalInt.empty());
  }

  /** Makes one of a file that was renamed, by its whole content before and after. */
  public static ChangedFile renamed(FileDiff diff, Octets before, Octets after) {
    return new ChangedFile(diff, OptionalInt.of(FileLikeness.percent(before, after)));
  }
}
