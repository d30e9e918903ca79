package dev.reroll.series;

import dev.reroll.mail.Envelope;
import dev.reroll.mail.PatchMail;
import dev.reroll.message.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

  /**
   * Completes a version that rerolls only some patches of the one before it, with the others of
   * that one.
   *
   * <pre>
   *   [PATCH v2 0/3]              v2: 1/3 2/3 3/3
   *     [PATCH v2 2/3] two
   *       [PATCH v3 2/3] two      v3: 1/3 (of v2), 2/3, 3/3 (of v2)
   * </pre>
   *
   * <p>Such a version has no cover letter, answers mails of the older one, and counts its patches
   * as that one does, or is a single patch without a number and with the title of one of them.
   * {@code v2.1} is one whatever it answers. A version whose mails were lost is none: it stands in
   * a thread of its own.
   */
  private static final class PartialReroll {
    private final SeriesVersion base;
    private final MailThread thread;

    PartialReroll(SeriesVersion base, MailThread thread) {
      this.base = base;
      this.thread = thread;
    }

    /** Returns {@code version} with the patches of the base that it leaves alone. */
    SeriesVersion complete(SeriesVersion version) {
      if (version.cover().isPresent() || base.slots().size() < 2 || !isPart(version)) {
        return version;
      }
      List<Slot> slots = placed(version);
      return slots.isEmpty()
          ? version
          : new SeriesVersion(
              version.label(),
              base.title(),
              version.sender(),
              version.date(),
              Optional.empty(),
              slots);
    }

    private boolean isPart(SeriesVersion version) {
      return version.label().minor().isPresent()
          || version.patches().stream().allMatch(this::answersBase);
    }

    private boolean answersBase(PatchMail patch) {
      List<MessageId> above = thread.ancestors(patch.envelope());
      return base.allIds().stream().anyMatch(above::contains);
    }

    /** Returns the slots of the whole; none where the version is not counted as the base is. */
    private List<Slot> placed(SeriesVersion version) {
      List<PatchMail> patches = version.patches();
      if (patches.get(0).envelope().subject().position().isPresent()) {
        boolean sameCount = version.slots().size() == base.slots().size();
        return sameCount && !version.missing().isEmpty() ? merged(version.slots()) : List.of();
      }
      OptionalInt place = patches.size() == 1 ? placeOf(patches.get(0)) : OptionalInt.empty();
      return place.isEmpty()
          ? List.of()
          : merged(
              List.of(new Slot(place.getAsInt(), Optional.of(patches.get(0)), Optional.empty())));
    }

    /** Finds the ordinal of the base's patch that has the title of {@code patch}. */
    private OptionalInt placeOf(PatchMail patch) {
      TitleWords title = titleOf(patch);
      for (Slot slot : base.slots()) {
        if (slot.mail().map(PartialReroll::titleOf).equals(Optional.of(title))) {
          return OptionalInt.of(slot.ordinal());
        }
      }
      return OptionalInt.empty();
    }

    private static TitleWords titleOf(PatchMail patch) {
      Envelope envelope = patch.envelope();
      return TitleWords.of(envelope.subject().title());
    }

    private List<Slot> merged(List<Slot> own) {
      List<Slot> slots = new ArrayList<>();
      for (Slot old : base.slots()) {
        Optional<Slot> fresh =
            own.stream()
                .filter(slot -> slot.ordinal() == old.ordinal() && !slot.isMissing())
                .findFirst();
        Optional<VersionLabel> origin =
            old.isMissing() ? Optional.empty() : Optional.of(old.takenFrom().orElse(base.label()));
        slots.add(fresh.orElseGet(() -> new Slot(old.ordinal(), old.mail(), origin)));
      }
      return slots;
    }
  }
}
