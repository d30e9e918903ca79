package dev.reroll.apply.read;

import dev.reroll.bytes.Octets;
import java.util.List;

/**
 * A hunk as the lines that it wants to find and those that it puts there.
 *
 * @param before the lines that must be there, context included, each with its LF
 * @param after the lines that stand there afterwards
 */
public record Fragment(Place place, List<Octets> before, List<Octets> after) {
  /**
   * Where a hunk belongs.
   *
   * @param beforeOrdinal the first line in the old file; 0 where it covers none
   * @param afterOrdinal the first line in the new file
   * @param leadingCount how many lines of context come before the first change
   * @param trailingCount how many come behind the last
   */
  record Place(int beforeOrdinal, int afterOrdinal, int leadingCount, int trailingCount) {}

  public Fragment {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** Whether the hunk belongs at the beginning of the file. */
  public boolean isAtBeginning() {
    return place.beforeOrdinal() <= 1;
  }

  /** Whether the hunk belongs at the end: else there would be context behind it. */
  public boolean isAtEnd() {
    return place.trailingCount() == 0;
  }

  /** Returns the 0-based line at which it is tried first, the hunks before it being in. */
  public int expectedIndex() {
    return Math.max(0, place.afterOrdinal() - 1);
  }
}
