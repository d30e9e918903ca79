package dev.reroll.rangediff;

import dev.reroll.align.CreationFactor;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.UnseenChanges;
import dev.reroll.rangediff.RangeDiffer.TitleTwin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Builds the history of the patches, version by version.
 *
 * <p>Each version is compared with the one before it as a range-diff does. Patches with the same
 * title that a range-diff does not pair are the same patch here: a history should not break where
 * one was rewritten. What is then left is compared with the patches that are gone, so that one that
 * comes back, or whose mail was missing for a while, goes on in its row.
 */
public final class HistoryBuilder {
  private static final int CONTEXT = 3;

  private final List<PatchTrack> tracks = new ArrayList<>();
  private List<PatchTrack> previous = List.of();
  private int versionCount;

  /** Adds the next version. */
  public void add(NumberedPatches version) {
    PatchTrack[] tracksOfVersion = new PatchTrack[version.patches().size()];
    pair(previous, version, tracksOfVersion);
    pair(tracks.stream().filter(PatchTrack::isAway).toList(), version, tracksOfVersion);
    for (int i = 0; i < tracksOfVersion.length; i++) {
      if (tracksOfVersion[i] == null) {
        PatchTrack track = new PatchTrack(versionCount);
        track.appear(PatchHistory.Step.NEW, version, i);
        tracks.add(track);
        tracksOfVersion[i] = track;
      }
    }
    versionCount++;
    previous = List.of(tracksOfVersion);
    tracks.forEach(track -> track.disappear(versionCount, version.complete()));
  }

  /** Returns the history of the versions that were added. */
  public PatchHistory build() {
    List<PatchHistory.Row> rows = new ArrayList<>();
    tracks.forEach(track -> rows.add(track.row()));
    rows.sort(Comparator.comparing(HistoryBuilder::place));
    return new PatchHistory(rows);
  }

  private static int place(PatchHistory.Row row) {
    return row.newestOrdinal() == 0 ? Integer.MAX_VALUE : row.newestOrdinal();
  }

  /** Finds the patches of {@code version} that go on in one of {@code candidates}. */
  private static void pair(
      List<PatchTrack> candidates, NumberedPatches version, PatchTrack[] tracksOfVersion) {
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < tracksOfVersion.length; i++) {
      if (tracksOfVersion[i] == null) {
        open.add(i);
      }
    }
    long pairCount = (long) candidates.size() * open.size();
    if (pairCount == 0 || pairCount > RangeDiffer.MAX_PAIRS) {
      return;
    }
    List<ComparablePatch> before = candidates.stream().map(PatchTrack::patch).toList();
    List<ComparablePatch> after = open.stream().map(i -> version.patches().get(i)).toList();
    int[] partners = partners(before, after);
    boolean[] moved = MovedPatches.among(partners);
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] >= 0) {
        PatchTrack track = candidates.get(partners[i]);
        track.goOn(version, open.get(i), moved[i]);
        tracksOfVersion[open.get(i)] = track;
      }
    }
  }

  /** Returns for each new patch the index of the old one, or −1. */
  private static int[] partners(List<ComparablePatch> before, List<ComparablePatch> after) {
    RangeDiffer differ = new RangeDiffer(before, after);
    RangeDiff comparison = differ.compare(CreationFactor.DEFAULT, CONTEXT);
    int[] partners = new int[after.size()];
    Arrays.fill(partners, -1);
    boolean[] taken = new boolean[before.size()];
    for (TitleTwin twin : differ.titleTwins(comparison, CreationFactor.DEFAULT)) {
      set(partners, taken, twin.before(), twin.after());
    }
    comparison.entries().forEach(entry -> entry.fold(new Pairing(partners, taken)));
    return partners;
  }

  private static boolean set(
      int[] partners, boolean[] taken, NumberedPatch before, NumberedPatch after) {
    int old = before.ordinal() - 1;
    int current = after.ordinal() - 1;
    boolean isFree = partners[current] < 0 && !taken[old];
    if (isFree) {
      partners[current] = old;
      taken[old] = true;
    }
    return isFree;
  }

  /** Notes the pairs of a comparison; returns whether the entry is one. */
  private static final class Pairing implements Entry.Visitor<Boolean> {
    private final int[] partners;
    private final boolean[] taken;

    Pairing(int[] partners, boolean[] taken) {
      this.partners = partners;
      this.taken = taken;
    }

    @Override
    public Boolean unchanged(Entry.Unchanged entry) {
      return set(partners, taken, entry.before(), entry.after());
    }

    @Override
    public Boolean changed(Entry.Changed entry) {
      return set(partners, taken, entry.before(), entry.after());
    }

    @Override
    public Boolean removed(Entry.Removed entry) {
      return false;
    }

    @Override
    public Boolean added(Entry.Added entry) {
      return false;
    }
  }

  /**
   * Finds the fewest patches that must have moved: all but a longest run of pairs that are in the
   * same order on both sides.
   *
   * <pre>
   * old places of the new patches: 2 0 1 3   the longest rising run is 0 1 3, so only 2 has moved
   * </pre>
   *
   * <p>Patience sorting (Fredman, "On computing the length of longest increasing subsequences",
   * 1975): time n log n. Of several longest runs, the one is taken that ends lowest.
   */
  static final class MovedPatches {
    private MovedPatches() {}

    /**
     * Returns which of the new patches have moved.
     *
     * @param partners the index of the old patch for each new one, −1 for none; each at most once
     */
    static boolean[] among(int[] partners) {
      int[] tails = new int[partners.length];
      int[] previous = new int[partners.length];
      int length = 0;
      for (int i = 0; i < partners.length; i++) {
        if (partners[i] >= 0) {
          int place = place(partners, tails, length, partners[i]);
          previous[i] = place == 0 ? -1 : tails[place - 1];
          tails[place] = i;
          length = Math.max(length, place + 1);
        }
      }
      boolean[] moved = new boolean[partners.length];
      for (int i = 0; i < partners.length; i++) {
        moved[i] = partners[i] >= 0;
      }
      for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
        moved[i] = false;
      }
      return moved;
    }

    /** Returns the first run whose end is not below {@code old}; {@code length} where all are. */
    private static int place(int[] partners, int[] tails, int length, int old) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (partners[tails[middle]] < old) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  /** Follows one patch while versions are added. */
  private static final class PatchTrack {
    private final List<PatchHistory.Cell> cells = new ArrayList<>();
    private Optional<ComparablePatch> patch = Optional.empty();

    /** Starts a track of a patch that the first {@code count} versions did not have. */
    PatchTrack(int count) {
      for (int i = 0; i < count; i++) {
        cells.add(PatchHistory.Cell.without(PatchHistory.Step.ABSENT));
      }
    }

    /** Returns the patch as it was last seen. */
    ComparablePatch patch() {
      return patch.orElseThrow();
    }

    /** Whether the last version did not have it. */
    boolean isAway() {
      return last().ordinal() == 0;
    }

    void appear(PatchHistory.Step step, NumberedPatches version, int index) {
      add(new PatchHistory.Cell(step, version.ordinals().get(index), false), version, index);
    }

    /** Notes that it is the patch at {@code index} of the next version. */
    void goOn(NumberedPatches version, int index, boolean moved) {
      boolean cameBack = isAway() && last().step() != PatchHistory.Step.UNKNOWN;
      PatchHistory.Step step =
          isSame(patch(), version.patches().get(index))
              ? PatchHistory.Step.SAME
              : PatchHistory.Step.CHANGED;
      int ordinal = version.ordinals().get(index);
      add(
          cameBack
              ? new PatchHistory.Cell(PatchHistory.Step.NEW, ordinal, false)
              : new PatchHistory.Cell(step, ordinal, moved && !isAway()),
          version,
          index);
    }

    private static boolean isSame(ComparablePatch before, ComparablePatch after) {
      return after.text().equals(before.text()) && UnseenChanges.of(before, after).isEmpty();
    }

    /** Notes that the last of {@code count} versions lacks it, unless it was seen there. */
    void disappear(int count, boolean complete) {
      if (cells.size() == count) {
        return;
      }
      PatchHistory.Step before = last().step();
      boolean isOver = before == PatchHistory.Step.DROPPED || before == PatchHistory.Step.ABSENT;
      PatchHistory.Step since = complete ? PatchHistory.Step.DROPPED : PatchHistory.Step.UNKNOWN;
      cells.add(PatchHistory.Cell.without(isOver ? PatchHistory.Step.ABSENT : since));
    }

    PatchHistory.Row row() {
      return new PatchHistory.Row(patch().subject(), cells);
    }

    private void add(PatchHistory.Cell cell, NumberedPatches version, int index) {
      cells.add(cell);
      patch = Optional.of(version.patches().get(index));
    }

    private PatchHistory.Cell last() {
      return cells.get(cells.size() - 1);
    }
  }

  /**
   * The patches of one version under the numbers that they were sent with.
   *
   * @param patches those that are there, in order
   * @param ordinals the 1-based number of each, rising
   * @param complete whether none is missing
   */
  public record NumberedPatches(
      List<ComparablePatch> patches, List<Integer> ordinals, boolean complete) {
    public NumberedPatches {
      patches = List.copyOf(patches);
      ordinals = List.copyOf(ordinals);
      if (patches.size() != ordinals.size()) {
        throw new IllegalArgumentException(patches.size() + " patches, " + ordinals.size());
      }
    }
  }
}
