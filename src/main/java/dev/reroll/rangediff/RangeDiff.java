package dev.reroll.rangediff;

import java.util.List;

/**
 * The comparison of two versions of a series.
 *
 * @param beforeCount patches in the old version
 * @param afterCount patches in the new version
 * @param entries in the order of the new version; a removed patch stands as soon as all its
 *     predecessors in the old version have been named
 */
public record RangeDiff(int beforeCount, int afterCount, List<Entry> entries) {
  public RangeDiff {
    entries = List.copyOf(entries);
  }

  /**
   * Returns whether any patch was changed, removed or added; also where {@code git range-diff} does
   * not see it.
   */
  public boolean hasDifferences() {
    for (Entry entry : entries) {
      if (!(entry instanceof Entry.Unchanged unchanged) || !unchanged.unseen().isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
