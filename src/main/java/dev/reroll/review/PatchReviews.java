package dev.reroll.review;

import dev.reroll.align.CreationFactor;
import dev.reroll.bytes.Octets;
import dev.reroll.mail.PatchMail;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.rangediff.Entry;
import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.rangediff.RangeDiffer;
import dev.reroll.rangediff.RangeDiffer.TitleTwin;
import dev.reroll.review.changelog.ChangelogReader;
import dev.reroll.review.code.PatchSource;
import dev.reroll.review.kinds.HunkKinds;
import dev.reroll.review.kinds.PairKinds;
import dev.reroll.review.material.Material;
import dev.reroll.review.material.MessageText;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.ChangelogCheck.Changelog;
import dev.reroll.review.result.FileCount;
import dev.reroll.review.result.FileCount.LineCount;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.PatchReview.TagChange;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges patch by patch what became of each. */
final class PatchReviews implements Entry.Visitor<Optional<PatchReview>> {
  private static final CreationFactor PAIRS_ANYTHING = new CreationFactor(1000);

  private final Material material;
  private final List<PatchSource> before;
  private final List<PatchSource> after;
  private PairKinds.@Nullable Declared declared;
  private final Map<Integer, TitleTwin> twinOfAfter = new HashMap<>();
  private final Set<Integer> twinsBefore = new HashSet<>();

  PatchReviews(Material material, List<PatchSource> before, List<PatchSource> after) {
    this.material = material;
    this.before = before;
    this.after = after;
    for (TitleTwin twin : material.twins()) {
      twinOfAfter.put(twin.after().ordinal(), twin);
      twinsBefore.add(twin.before().ordinal());
    }
  }

  /** Returns the names that all patches declare; reads all of them on the first call. */
  private PairKinds.Declared declared() {
    PairKinds.Declared known = declared;
    if (known == null) {
      known = new PairKinds.Declared(declared(before), declared(after));
      declared = known;
    }
    return known;
  }

  private static Set<String> declared(List<PatchSource> patches) {
    Set<String> names = new HashSet<>();
    patches.forEach(patch -> names.addAll(patch.declared()));
    return names;
  }

  /** Returns the reviews in the order of the range-diff; twins stand where the new one does. */
  List<PatchReview> all() {
    List<PatchReview> reviews = new ArrayList<>();
    for (Entry entry : material.comparison().entries()) {
      entry.fold(this).ifPresent(reviews::add);
    }
    return reviews;
  }

  @Override
  public Optional<PatchReview> unchanged(Entry.Unchanged entry) {
    PatchReview.Mails mails = mails(Optional.of(entry.before()), Optional.of(entry.after()));
    if (entry.unseen().isEmpty()) {
      return Optional.of(single(entry, mails, ChangeKind.IDENTICAL, List.of()));
    }
    List<FileCount> files = kinds(entry.before(), entry.after()).files();
    return Optional.of(single(entry, mails, ChangeKind.CODE, files));
  }

  @Override
  public Optional<PatchReview> changed(Entry.Changed entry) {
    return Optional.of(pair(entry, Optional.empty()));
  }

  @Override
  public Optional<PatchReview> removed(Entry.Removed entry) {
    if (twinsBefore.contains(entry.before().ordinal())) {
      return Optional.empty();
    }
    PatchReview.Mails mails = mails(Optional.of(entry.before()), Optional.empty());
    List<FileCount> files = before.get(entry.before().ordinal() - 1).counts(ChangeKind.DROPPED);
    return Optional.of(single(entry, mails, ChangeKind.DROPPED, files));
  }

  @Override
  public Optional<PatchReview> added(Entry.Added entry) {
    Optional<Entry.Changed> twins =
        Optional.ofNullable(twinOfAfter.get(entry.after().ordinal())).flatMap(this::compared);
    if (twins.isPresent()) {
      return Optional.of(
          pair(twins.get(), Optional.ofNullable(twinOfAfter.get(entry.after().ordinal()))));
    }
    PatchReview.Mails mails = mails(Optional.empty(), Optional.of(entry.after()));
    List<FileCount> files = after.get(entry.after().ordinal() - 1).counts(ChangeKind.NEW);
    return Optional.of(single(entry, mails, ChangeKind.NEW, files));
  }

  /** Compares two patches that the range-diff leaves alone. */
  private Optional<Entry.Changed> compared(TitleTwin twin) {
    RangeDiffer differ =
        new RangeDiffer(List.of(twin.before().patch()), List.of(twin.after().patch()));
    for (Entry entry : differ.compare(PAIRS_ANYTHING, material.context()).entries()) {
      if (entry instanceof Entry.Changed changed) {
        return Optional.of(new Entry.Changed(twin.before(), twin.after(), changed.hunks()));
      }
    }
    return Optional.empty();
  }

  private PatchReview pair(Entry.Changed entry, Optional<TitleTwin> twin) {
    PatchReview.Mails mails = mails(Optional.of(entry.before()), Optional.of(entry.after()));
    PairKinds diff = kinds(entry.before(), entry.after());
    MessageText old = MessageText.of(mails.before().orElseThrow());
    MessageText current = MessageText.of(mails.after().orElseThrow());
    return new PatchReview(
        entry,
        mails,
        kinds(entry, old.changesTo(current), diff.kinds()),
        diff.lines(),
        diff.files(),
        TagChange.between(old.tags(), current.tags()),
        diff.renames(),
        HunkKinds.of(entry, diff),
        changelogs(mails.after()),
        twin);
  }

  private PairKinds kinds(NumberedPatch old, NumberedPatch current) {
    return PairKinds.of(
        before.get(old.ordinal() - 1), after.get(current.ordinal() - 1), this::declared);
  }

  private static Set<ChangeKind> kinds(
      Entry.Changed entry, Set<ChangeKind> message, Set<ChangeKind> diff) {
    Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
    kinds.addAll(message);
    kinds.addAll(diff);
    if (diff.isEmpty() && !diff(entry.before()).equals(diff(entry.after()))) {
      kinds.add(ChangeKind.CONTEXT);
    }
    if (kinds.isEmpty()) {
      kinds.add(ChangeKind.MESSAGE);
    }
    return kinds;
  }

  private static Octets diff(NumberedPatch side) {
    ComparablePatch patch = side.patch();
    return patch.diffSize() == 0 ? Octets.EMPTY : patch.text().slice(patch.diffOffset());
  }

  private PatchReview single(
      Entry entry, PatchReview.Mails mails, ChangeKind kind, List<FileCount> files) {
    return new PatchReview(
        entry,
        mails,
        Set.of(kind),
        files.stream().map(FileCount::lines).reduce(LineCount.NONE, LineCount::plus),
        files,
        TagChange.NONE,
        List.of(),
        List.of(),
        changelogs(mails.after()),
        Optional.empty());
  }

  private List<Changelog> changelogs(Optional<PatchMail> mail) {
    return mail.map(found -> ChangelogReader.of(found, material)).orElse(List.of());
  }

  private PatchReview.Mails mails(Optional<NumberedPatch> old, Optional<NumberedPatch> current) {
    return new PatchReview.Mails(
        old.map(side -> material.before().mail(side.ordinal())),
        current.map(side -> material.after().mail(side.ordinal())));
  }
}
