package dev.reroll.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts versions of the same work together: each follows at most one other, so they make trees, and
 * every tree is a lineage.
 */
final class LineageGrouping {
  private final List<VersionDraft> drafts;
  private final MailThread thread;

  LineageGrouping(List<VersionDraft> drafts, MailThread thread) {
    this.drafts = drafts;
    this.thread = thread;
  }

  /** Returns the lineages in the order in which they first appear. */
  List<Lineage> lineages() {
    if (drafts.size() == 1) {
      VersionDraft only = drafts.get(0);
      return List.of(new Lineage(only.title(), List.of(only.build(only.label())), List.of()));
    }
    return linked();
  }

  private List<Lineage> linked() {
    List<VersionDraft> sorted = VersionOrder.sorted(drafts);
    List<VersionTraits> versions = sorted.stream().map(VersionTraits::new).toList();
    List<Optional<Predecessors.Follows>> follows = Predecessors.of(versions, thread);
    Map<Integer, LineageBuilder> trees = new TreeMap<>();
    List<LineageBuilder> homes = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      LineageBuilder home =
          follows.get(i).isPresent()
              ? homes.get(follows.get(i).get().before())
              : trees.computeIfAbsent(i, any -> new LineageBuilder(thread));
      home.add(i, sorted.get(i), follows.get(i));
      homes.add(home);
    }
    Map<VersionDraft, Integer> places = places();
    return trees.values().stream()
        .sorted(Comparator.comparing(tree -> tree.firstPlace(places)))
        .map(LineageBuilder::build)
        .toList();
  }

  private Map<VersionDraft, Integer> places() {
    IdentityHashMap<VersionDraft, Integer> places = new IdentityHashMap<>();
    drafts.forEach(draft -> places.put(draft, places.size()));
    return places;
  }
}
