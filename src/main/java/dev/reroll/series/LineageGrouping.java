package dev.reroll.series;

import java.util.List;

/**
 * Puts versions of the same work together, by rules that each look a version up instead of
 * comparing it with all others: the strongest evidence first, a guess last.
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
    DisjointSets lineages = new DisjointSets(drafts.size());
    if (drafts.size() > 1) {
      link(lineages);
    }
    return lineages.sets().stream().map(this::lineage).toList();
  }

  private void link(DisjointSets lineages) {
    List<VersionTraits> versions = drafts.stream().map(VersionTraits::new).toList();
    new SameTitle(versions).link(lineages);
    new AnsweredVersion(versions, thread).link(lineages);
    new SharedPatches(versions).link(lineages);
    new LostPredecessor(versions).link(lineages);
  }

  private Lineage lineage(List<Integer> members) {
    List<SeriesVersion> sorted = LabelOrder.sorted(members.stream().map(drafts::get).toList());
    return new Lineage(sorted.get(sorted.size() - 1).title(), sorted);
  }
}
