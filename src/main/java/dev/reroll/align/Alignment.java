package dev.reroll.align;

import java.util.BitSet;
import java.util.List;

/**
 * What became of every patch of two series: matched, removed or added.
 *
 * <p>Every new patch is in exactly one match or added; every old one is matched or removed. An old
 * patch is in <em>two</em> matches only where git shows it twice: when a new patch is so large that
 * its creation costs more than 65536, it may take an old patch away from the equal new one, which
 * keeps it as well. (An old patch as large makes git run forever: the one whose new patch it takes
 * is neither shown nor left out. Here that one is removed.)
 *
 * @param matches by rising place in the new series
 * @param removed 0-based places in the old series, rising
 * @param added 0-based places in the new series, rising
 */
public record Alignment(List<Match> matches, List<Integer> removed, List<Integer> added) {
  public Alignment {
    matches = List.copyOf(matches);
    removed = List.copyOf(removed);
    added = List.copyOf(added);
    BitSet before = new BitSet();
    BitSet after = new BitSet();
    for (Match match : matches) {
      before.set(match.before());
      claim(after, match.after(), "new");
    }
    for (int place : removed) {
      claim(before, place, "old");
    }
    for (int place : added) {
      claim(after, place, "new");
    }
    checkComplete(before, "old");
    checkComplete(after, "new");
  }

  private static void claim(BitSet claimed, int place, String side) {
    if (claimed.get(place)) {
      throw new IllegalArgumentException(side + " patch " + place + " is placed twice");
    }
    claimed.set(place);
  }

  private static void checkComplete(BitSet claimed, String side) {
    if (claimed.cardinality() < claimed.length()) {
      throw new IllegalArgumentException(
          side + " patch " + claimed.nextClearBit(0) + " is not placed");
    }
  }

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
}
