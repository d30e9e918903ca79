package dev.reroll.series;

import java.util.List;

/**
 * Puts versions of the same work together, by rules that each look a version up instead of
 * comparing it with all others: the strongest evidence first, a guess last.
 */
final class LineageGrouping {
  private final List<VersionTraits> versions;
  private final MailThread thread;

  LineageGrouping(List<VersionDraft> drafts, MailThread thread) {
    this.versions = drafts.stream().map(VersionTraits::new).toList();
    this.thread = thread;
  }

  /** Returns the lineages in the order in which they first appear. */
  List<Lineage> lineages() {
    DisjointSets lineages = new DisjointSets(versions.size());
    new SameTitle(versions).link(lineages);
    new AnsweredVersion(versions, thread).link(lineages);
    new SharedPatches(versions).link(lineages);
    new LostPredecessor(versions).link(lineages);
    return lineages.sets().stream().map(this::lineage).toList();
  }

  private Lineage lineage(List<Integer> members) {
    List<SeriesVersion> sorted =
        LabelOrder.sorted(members.stream().map(i -> versions.get(i).draft()).toList());
    return new Lineage(sorted.get(sorted.size() - 1).title(), sorted);
  }
}
