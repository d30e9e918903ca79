package dev.reroll.app.select;

import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.Patch;
import dev.reroll.series.SeriesVersion;
import java.util.List;

/** One side of a comparison. */
public sealed interface SelectedVersion {
  /** Returns the version; of commits, with a mail for each, as {@code git format-patch} writes. */
  SeriesVersion version();

  /** A version that was mailed. */
  record Mailed(SeriesVersion version) implements SelectedVersion {}

  /**
   * Commits of a repository.
   *
   * @param version the same as a series, called as the user typed the range
   * @param comparable one patch for each commit, oldest first, in the form that is compared
   * @param patches the same, parsed; empty where only the comparable form was asked for
   */
  record Committed(SeriesVersion version, List<ComparablePatch> comparable, List<Patch> patches)
      implements SelectedVersion {
    public Committed {
      comparable = List.copyOf(comparable);
      patches = List.copyOf(patches);
    }
  }
}
