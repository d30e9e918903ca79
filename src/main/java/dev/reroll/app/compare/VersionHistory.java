package dev.reroll.app.compare;

import dev.reroll.app.prepare.PreparedVersion;
import dev.reroll.problem.Diagnostic;
import dev.reroll.rangediff.HistoryBuilder;
import dev.reroll.rangediff.HistoryBuilder.NumberedPatches;
import dev.reroll.rangediff.PatchHistory;
import dev.reroll.series.Lineage;
import dev.reroll.series.SeriesVersion;
import dev.reroll.series.Slot;
import java.util.List;
import java.util.function.Consumer;

/** Follows the patches of a lineage through its versions. */
public final class VersionHistory {
  private VersionHistory() {}

  /** Returns the history, a row for each patch and in it a cell for each version. */
  public static PatchHistory of(Lineage lineage, Consumer<Diagnostic> diagnostics) {
    HistoryBuilder history = new HistoryBuilder();
    for (SeriesVersion version : lineage.versions()) {
      List<Integer> ordinals =
          version.slots().stream().filter(slot -> !slot.isMissing()).map(Slot::ordinal).toList();
      history.add(
          new NumberedPatches(
              PreparedVersion.asMailed(version, diagnostics).comparable(),
              ordinals,
              version.missing().isEmpty()));
    }
    return history.build();
  }
}
