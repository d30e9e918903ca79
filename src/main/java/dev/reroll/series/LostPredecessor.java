package dev.reroll.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Links a version that must have had one before it, and has none yet, to the last version of the
 * same sender that it could follow and whose title it resembles.
 *
 * <p>The title of a series changes more often than its sender, and {@code v3} of a series of two is
 * often the one patch that was left. Guesses only where the label says that there is something to
 * find.
 */
final class LostPredecessor {
  /** Of the versions that one sender sent before, only so many last are looked at. */
  private static final int MOST_CANDIDATES = 100;

  private final List<VersionTraits> versions;
  private final Map<String, List<Integer>> bySender = new HashMap<>();

  LostPredecessor(List<VersionTraits> versions) {
    this.versions = versions;
    List<Integer> byDate = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      byDate.add(i);
    }
    byDate.sort(Comparator.comparing(i -> versions.get(i).date()));
    for (int version : byDate) {
      for (String sender : versions.get(version).senders()) {
        bySender.computeIfAbsent(sender, key -> new ArrayList<>()).add(version);
      }
    }
  }

  void link(DisjointSets lineages) {
    Set<Integer> orphans = new LinkedHashSet<>();
    for (List<Integer> lineage : lineages.sets()) {
      lineage.stream().filter(version -> isOrphan(version, lineage)).forEach(orphans::add);
    }
    for (List<Integer> sent : bySender.values()) {
      for (int at = 0; at < sent.size(); at++) {
        if (orphans.contains(sent.get(at))) {
          search(sent.subList(Math.max(0, at - MOST_CANDIDATES), at), sent.get(at), lineages);
        }
      }
    }
  }

  private boolean isOrphan(int version, List<Integer> lineage) {
    VersionTraits traits = versions.get(version);
    boolean expectsOther = traits.label().number() > 1 || !traits.label().rfc();
    return expectsOther && lineage.stream().noneMatch(i -> traits.follows(versions.get(i)));
  }

  private void search(List<Integer> before, int orphan, DisjointSets lineages) {
    for (int i = before.size() - 1; i >= 0; i--) {
      VersionTraits candidate = versions.get(before.get(i));
      VersionTraits traits = versions.get(orphan);
      if (traits.follows(candidate) && traits.resembles(candidate)) {
        lineages.join(before.get(i), orphan);
        return;
      }
    }
  }
}
