package dev.reroll.series;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Links versions that share at least half of their patches' titles: half of the shorter one's, or
 * of the longer one's where both have the same label, for a follow-up is no second posting.
 *
 * <p>Of different senders they must share two at least, and have different labels: what stable
 * trees pick from a series is not a version of it.
 */
final class SharedPatches {
  /** Of the versions that have a patch of one title, only so many newest are looked at. */
  private static final int MOST_CANDIDATES = 16;

  private final List<VersionTraits> versions;

  SharedPatches(List<VersionTraits> versions) {
    this.versions = versions;
  }

  void link(DisjointSets lineages) {
    Map<TitleWords, Deque<Integer>> holders = new HashMap<>();
    for (int i = 0; i < versions.size(); i++) {
      for (Map.Entry<Integer, Integer> shared : sharedCounts(i, holders).entrySet()) {
        if (areRelated(versions.get(shared.getKey()), versions.get(i), shared.getValue())) {
          lineages.join(shared.getKey(), i);
        }
      }
    }
  }

  /** Counts the titles that each earlier version shares with this one, and enters this one. */
  private Map<Integer, Integer> sharedCounts(int version, Map<TitleWords, Deque<Integer>> holders) {
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    for (TitleWords title : versions.get(version).patchTitles()) {
      Deque<Integer> holding = holders.computeIfAbsent(title, key -> new ArrayDeque<>(2));
      holding.forEach(other -> counts.merge(other, 1, Integer::sum));
      holding.addFirst(version);
      if (holding.size() > MOST_CANDIDATES) {
        holding.removeLast();
      }
    }
    return counts;
  }

  /** Decides on two versions with different titles; {@link SameTitle} has decided on the others. */
  private static boolean areRelated(VersionTraits one, VersionTraits other, int sharedCount) {
    if (one.title().equals(other.title())) {
      return false;
    }
    int shorter = Math.min(one.patchTitles().size(), other.patchTitles().size());
    int longer = Math.max(one.patchTitles().size(), other.patchTitles().size());
    boolean sameLabel = one.label().equals(other.label());
    boolean byHalf = sharedCount * 2 >= (sameLabel ? longer : shorter);
    return byHalf && (one.hasSenderOf(other) || (sharedCount > 1 && !sameLabel));
  }
}
