package dev.reroll.rangediff;

import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.UnseenChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows one patch while versions are added. */
final class PatchTrack {
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

  /** Says whether the last version did not have it. */
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
    boolean isOver = before == PatchHistory.Step.GONE || before == PatchHistory.Step.ABSENT;
    PatchHistory.Step since = complete ? PatchHistory.Step.GONE : PatchHistory.Step.UNKNOWN;
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
