package dev.reroll.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Links versions with the same title.
 *
 * <p>Where two of them have the same label it takes more: the same sender, who posted it twice, and
 * a file that both touch, since the kernel and the user-space half of one change often share
 * author, title and number. Another sender's version must also be the later one by number where it
 * is by date: what a stable tree picks is not a version.
 */
final class SameTitle {
  /** Of the works under one title, only so many newest are looked at. */
  private static final int MOST_CANDIDATES = 16;

  private final List<VersionTraits> versions;

  SameTitle(List<VersionTraits> versions) {
    this.versions = versions;
  }

  void link(DisjointSets lineages) {
    Map<TitleWords, List<List<Integer>>> works = new LinkedHashMap<>();
    for (int i = 0; i < versions.size(); i++) {
      TitleWords title = versions.get(i).title();
      if (!title.words().isEmpty()) {
        add(i, works.computeIfAbsent(title, key -> new ArrayList<>()), lineages);
      }
    }
  }

  private void add(int version, List<List<Integer>> works, DisjointSets lineages) {
    List<List<Integer>> candidates =
        works.subList(Math.max(0, works.size() - MOST_CANDIDATES), works.size()).stream()
            .filter(work -> accepts(work, versions.get(version)))
            .toList();
    Optional<List<Integer>> chosen =
        candidates.size() < 2
            ? candidates.stream().findFirst()
            : candidates.stream()
                .filter(work -> last(work).sharesPathsWith(versions.get(version)))
                .findFirst()
                .or(() -> Optional.of(candidates.get(0)));
    if (chosen.isPresent()) {
      lineages.join(chosen.get().get(0), version);
      chosen.get().add(version);
    } else {
      works.add(new ArrayList<>(List.of(version)));
    }
  }

  private boolean accepts(List<Integer> work, VersionTraits version) {
    for (int member : work) {
      VersionTraits other = versions.get(member);
      boolean sameSender = other.hasSenderOf(version);
      if (other.label().equals(version.label())) {
        return sameSender && other.sharesPathsWith(version);
      }
      if (!sameSender && !isInOrder(other, version)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInOrder(VersionTraits one, VersionTraits other) {
    boolean swapped = other.date().isBefore(one.date());
    return swapped ? one.follows(other) : other.follows(one);
  }

  private VersionTraits last(List<Integer> work) {
    return versions.get(work.get(work.size() - 1));
  }
}
