package dev.reroll.rangediff;

import dev.reroll.align.CreationFactor;
import dev.reroll.patch.ComparablePatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

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
    if (pairCount == 0 || pairCount > RangeDiffer.MOST_PAIRS) {
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

  private static boolean set(int[] partners, boolean[] taken, Side before, Side after) {
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
}
