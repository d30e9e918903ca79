package dev.reroll.review.result;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.PatchMail;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.UnseenChanges.UnseenChange;
import dev.reroll.rangediff.BodyHunk;
import dev.reroll.rangediff.Entry;
import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.rangediff.RangeDiffer.TitleTwin;
import dev.reroll.review.result.ChangelogCheck.Changelog;
import dev.reroll.review.result.FileCount.LineCount;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What became of one patch, or of a pair of patches.
 *
 * @param entry the pair or the single patch; for twins a pair that the range-diff does not have
 * @param mails the mails of its sides
 * @param kinds all sorts of change that it went through, never empty
 * @param lines how many changed lines of the patch were added and removed by the new version; for a
 *     new or removed patch its own
 * @param files the same by file: of a pair those whose changed lines differ
 * @param tags trailers that were gained and lost
 * @param renames names that were exchanged throughout, most places first
 * @param hunks the difference of the pair hunk by hunk, each with its sort; empty without a partner
 * @param changelogs what the author says below this patch's {@code ---}, newest version first
 * @param twin present where the range-diff leaves the two unpaired and only their titles agree
 */
public record PatchReview(
    Entry entry,
    Mails mails,
    Set<ChangeKind> kinds,
    LineCount lines,
    List<FileCount> files,
    TagChange tags,
    List<Rename> renames,
    List<HunkReview> hunks,
    List<Changelog> changelogs,
    Optional<TitleTwin> twin) {
  /** The mails that the two sides came in. */
  public record Mails(Optional<PatchMail> before, Optional<PatchMail> after) {}

  public PatchReview {
    kinds = Set.copyOf(kinds);
    files = List.copyOf(files);
    renames = List.copyOf(renames);
    hunks = List.copyOf(hunks);
    changelogs = List.copyOf(changelogs);
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("a patch has a kind of change");
    }
  }

  /** Returns the most serious sort of change. */
  public ChangeKind kind() {
    return kinds.stream().max(Comparator.naturalOrder()).orElseThrow();
  }

  /** Returns the sorts of change, the most serious first. */
  public List<ChangeKind> sortedKinds() {
    return EnumSet.copyOf(kinds).stream().sorted(Comparator.reverseOrder()).toList();
  }

  /** Returns its place in the old version, where it has one. */
  public Optional<NumberedPatch> before() {
    return entry.fold(Sides.BEFORE);
  }

  /** Returns its place in the new version, where it has one. */
  public Optional<NumberedPatch> after() {
    return entry.fold(Sides.AFTER);
  }

  /** Returns the title that it has now, or had last; one line. */
  public String title() {
    return after().or(this::before).orElseThrow().patch().subject().toString();
  }

  /** Whether the diffs of both sides are the same to the last octet, context included. */
  public boolean hasSameDiff() {
    return Sides.hasSameDiff(this);
  }

  /** Returns what differs, and {@code git range-diff} does not compare; file by file. */
  public List<UnseenChange> unseen() {
    return files.stream().flatMap(file -> file.unseen().stream()).toList();
  }

  /** Returns its sort in a table: {@code code}, {@code code (mode, place)}. */
  public String kindWords() {
    List<String> more =
        unseen().stream().map(change -> change.kind().toString()).distinct().toList();
    return kind() + (more.isEmpty() ? "" : " (" + String.join(", ", more) + ")");
  }

  /**
   * Returns the sign that it has in a range-diff, {@code = ! < >}; {@code !} also where that does
   * not see what changed.
   */
  public char sign() {
    char sign = entry.fold(Sides.SIGN);
    return sign == '=' && kind() != ChangeKind.IDENTICAL ? '!' : sign;
  }

  /** Takes the sides of an entry apart. */
  private record Sides<T>(
      Function<Entry.Unchanged, T> ofUnchanged,
      Function<Entry.Changed, T> ofChanged,
      Function<Entry.Removed, T> ofRemoved,
      Function<Entry.Added, T> ofAdded)
      implements Entry.Visitor<T> {
    static final Sides<Optional<NumberedPatch>> BEFORE =
        new Sides<>(
            entry -> Optional.of(entry.before()),
            entry -> Optional.of(entry.before()),
            entry -> Optional.of(entry.before()),
            entry -> Optional.empty());
    static final Sides<Optional<NumberedPatch>> AFTER =
        new Sides<>(
            entry -> Optional.of(entry.after()),
            entry -> Optional.of(entry.after()),
            entry -> Optional.empty(),
            entry -> Optional.of(entry.after()));
    static final Sides<Character> SIGN =
        new Sides<>(entry -> '=', entry -> '!', entry -> '<', entry -> '>');

    static boolean hasSameDiff(PatchReview patch) {
      return patch
          .before()
          .flatMap(old -> patch.after().map(current -> diff(old).equals(diff(current))))
          .orElse(false);
    }

    private static Octets diff(NumberedPatch side) {
      ComparablePatch patch = side.patch();
      return patch.text().slice(patch.diffSize() == 0 ? patch.text().length() : patch.diffOffset());
    }

    @Override
    public T unchanged(Entry.Unchanged entry) {
      return ofUnchanged.apply(entry);
    }

    @Override
    public T changed(Entry.Changed entry) {
      return ofChanged.apply(entry);
    }

    @Override
    public T removed(Entry.Removed entry) {
      return ofRemoved.apply(entry);
    }

    @Override
    public T added(Entry.Added entry) {
      return ofAdded.apply(entry);
    }
  }

  /**
   * Says that one name stands wherever another stood.
   *
   * @param before the old name
   * @param after the new name
   * @param placeCount in how many places of the new patch
   */
  public record Rename(String before, String after, int placeCount) {}

  /**
   * Which trailers a patch gained and lost.
   *
   * @param gained those that only the new version has
   * @param lost those that only the old version has; someone who is there under another address is
   *     not lost
   */
  public record TagChange(List<Tag> gained, List<Tag> lost) {
    /** Neither gained nor lost. */
    public static final TagChange NONE = new TagChange(List.of(), List.of());

    public TagChange {
      gained = List.copyOf(gained);
      lost = List.copyOf(lost);
    }

    /** Returns which trailers only one side has. */
    public static TagChange between(List<Tag> before, List<Tag> after) {
      return new TagChange(without(after, before), without(before, after));
    }

    private static List<Tag> without(List<Tag> tags, List<Tag> others) {
      return tags.stream().filter(tag -> others.stream().noneMatch(tag::isSameAs)).toList();
    }
  }

  /**
   * What sort of change one hunk of a pair's difference shows.
   *
   * @param hunk the hunk, as the range-diff has it
   * @param kind the most serious sort of change in it; {@link ChangeKind#CONTEXT} where it shows
   *     only unchanged lines, headings, or the same changed lines in another place of the text
   */
  public record HunkReview(BodyHunk hunk, ChangeKind kind) {
    /** Whether it can be folded away: it shows nothing that anyone wrote. */
    public boolean isNoise() {
      return kind.isNoise();
    }
  }
}
