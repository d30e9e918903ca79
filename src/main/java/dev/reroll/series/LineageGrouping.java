package dev.reroll.series;

import java.util.ArrayList;
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
    return new Lineage(sorted.get(sorted.size() - 1).title(), sorted, links(sorted));
  }

  private static List<Link> links(List<SeriesVersion> versions) {
    List<Link> links = new ArrayList<>();
    for (int i = 1; i < versions.size(); i++) {
      String title = versions.get(i).title();
      Evidence.Kind kind =
          title.equalsIgnoreCase(versions.get(i - 1).title())
              ? Evidence.Kind.TITLE_AND_AUTHOR
              : Evidence.Kind.CONTENT;
      links.add(
          new Link(
              versions.get(i - 1).label(),
              versions.get(i).label(),
              List.of(new Evidence(kind, title))));
    }
    return links;
  }
}
