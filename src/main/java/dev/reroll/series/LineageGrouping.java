package dev.reroll.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /**
   * Puts versions in the order in which they were sent.
   *
   * <p>Mails that were sent go by their dates, by label where these are equal. What {@code git
   * format-patch} wrote carries the authors' dates, which a rebase keeps, so it goes by label: by
   * number, a resend behind what it resends. RFCs have a row of numbers of their own there (RFC v3
   * may be followed by v1): an RFC goes before a version of the same or a higher number, and before
   * one of a lower number if it was written earlier.
   */
  private static final class VersionOrder {
    private VersionOrder() {}

    static List<VersionDraft> sorted(List<VersionDraft> drafts) {
      List<VersionDraft> sorted = new ArrayList<>(drafts);
      if (drafts.stream().allMatch(VersionDraft::isSent)) {
        sorted.sort(VersionOrder::compareByDate);
        return sorted;
      }
      return byLabel(sorted);
    }

    private static List<VersionDraft> byLabel(List<VersionDraft> drafts) {
      List<VersionDraft> forComments = row(drafts, true);
      List<VersionDraft> merged = new ArrayList<>();
      int taken = 0;
      for (VersionDraft draft : row(drafts, false)) {
        while (taken < forComments.size() && isBefore(forComments.get(taken), draft)) {
          merged.add(forComments.get(taken++));
        }
        merged.add(draft);
      }
      merged.addAll(forComments.subList(taken, forComments.size()));
      return merged;
    }

    private static List<VersionDraft> row(List<VersionDraft> drafts, boolean rfc) {
      List<VersionDraft> row = new ArrayList<>(drafts);
      row.removeIf(draft -> draft.label().rfc() != rfc);
      row.sort(VersionOrder::compareByLabel);
      return row;
    }

    private static int compareByDate(VersionDraft one, VersionDraft other) {
      int byDate = dateOf(one).compareTo(dateOf(other));
      if (byDate != 0) {
        return byDate;
      }
      int byNumber = compareByNumber(one.label(), other.label());
      return byNumber != 0 ? byNumber : Boolean.compare(other.label().rfc(), one.label().rfc());
    }

    private static int compareByLabel(VersionDraft one, VersionDraft other) {
      int byNumber = compareByNumber(one.label(), other.label());
      return byNumber != 0 ? byNumber : dateOf(one).compareTo(dateOf(other));
    }

    private static int compareByNumber(VersionLabel one, VersionLabel other) {
      int byNumber = one.compareTo(other);
      return byNumber != 0 ? byNumber : Boolean.compare(one.resend(), other.resend());
    }

    private static Instant dateOf(VersionDraft draft) {
      return draft.date().orElse(Instant.MAX);
    }

    private static boolean isBefore(VersionDraft rfc, VersionDraft other) {
      return rfc.label().number() <= other.label().number() || dateOf(rfc).isBefore(dateOf(other));
    }
  }

  /** Builds one lineage of versions that come in the order in which they were sent. */
  private static final class LineageBuilder {
    private final MailThread thread;
    private final List<Member> members = new ArrayList<>();

    LineageBuilder(MailThread thread) {
      this.thread = thread;
    }

    /** One version: its index among all, its mails, and what it follows. */
    private record Member(int index, VersionDraft draft, Optional<Predecessors.Follows> follows) {}

    void add(int index, VersionDraft draft, Optional<Predecessors.Follows> follows) {
      members.add(new Member(index, draft, follows));
    }

    /** Returns the least of the {@code places} that its versions have. */
    int firstPlace(Map<VersionDraft, Integer> places) {
      return members.stream()
          .mapToInt(member -> places.getOrDefault(member.draft(), 0))
          .min()
          .orElse(0);
    }

    Lineage build() {
      Map<VersionDraft, VersionLabel> labels = labels();
      Map<Integer, SeriesVersion> built = new HashMap<>();
      List<SeriesVersion> versions = new ArrayList<>();
      List<Link> links = new ArrayList<>();
      for (Member member : members) {
        VersionDraft draft = member.draft();
        SeriesVersion version = draft.build(labels.getOrDefault(draft, draft.label()));
        if (member.follows().isPresent()) {
          Predecessors.Follows follows = member.follows().get();
          SeriesVersion before = built.get(follows.before());
          if (before == null) {
            throw new IllegalStateException("a version follows one that comes later");
          }
          links.add(new Link(before.label(), version.label(), follows.evidence()));
          version = new PartialReroll(before, thread).complete(version);
        }
        built.put(member.index(), version);
        versions.add(version);
      }
      return new Lineage(versions.get(versions.size() - 1).title(), versions, links);
    }

    /**
     * Returns the labels; of versions with the same one, the first complete one bears it plainly.
     * No letter of ours is one that a sender wrote.
     */
    private Map<VersionDraft, VersionLabel> labels() {
      Set<VersionLabel> taken = new HashSet<>();
      members.forEach(member -> taken.add(member.draft().label()));
      Map<VersionLabel, Integer> times = new HashMap<>();
      IdentityHashMap<VersionDraft, VersionLabel> labels = new IdentityHashMap<>();
      List<Member> completeFirst = new ArrayList<>(members);
      completeFirst.sort(
          (one, other) -> Boolean.compare(other.draft().isComplete(), one.draft().isComplete()));
      for (Member member : completeFirst) {
        VersionLabel label = member.draft().label();
        int time = times.getOrDefault(label, -1) + 1;
        VersionLabel own = label.repeated(time);
        while (time > 0 && !taken.add(own)) {
          time++;
          own = label.repeated(time);
        }
        times.put(label, time);
        labels.put(member.draft(), own);
      }
      return labels;
    }
  }
}
