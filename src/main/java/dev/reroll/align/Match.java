package dev.reroll.align;

/**
 * Pairs an old patch with the new one that it became.
 *
 * @param before 0-based place in the old series
 * @param after 0-based place in the new series
 */
public record Match(int before, int after) {
  public Match {
    if (before < 0 || after < 0) {
      throw new IllegalArgumentException("match of " + before + " and " + after);
    }
  }

  // Spelled out: to link what a record brings takes a run of milliseconds 8 more.
  @Override
  public boolean equals(Object other) {
    return other instanceof Match that && before == that.before && after == that.after;
  }

  @Override
  public int hashCode() {
    return 31 * before + after;
  }
}
