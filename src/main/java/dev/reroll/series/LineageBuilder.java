package dev.reroll.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds one lineage of versions that come in the order in which they were sent. */
final class LineageBuilder {
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

  /** Returns the labels; of versions with the same one, the first complete one bears it plainly. */
  private Map<VersionDraft, VersionLabel> labels() {
    Map<String, Integer> seen = new HashMap<>();
    IdentityHashMap<VersionDraft, VersionLabel> labels = new IdentityHashMap<>();
    List<Member> completeFirst = new ArrayList<>(members);
    completeFirst.sort(
        (one, other) -> Boolean.compare(other.draft().isComplete(), one.draft().isComplete()));
    for (Member member : completeFirst) {
      VersionLabel label = member.draft().label();
      int times = seen.merge(label.toString(), 1, Integer::sum) - 1;
      labels.put(member.draft(), label.repeated(times));
    }
    return labels;
  }
}
