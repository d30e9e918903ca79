package dev.reroll.app.tree;

import dev.reroll.apply.tree.Application;
import dev.reroll.apply.tree.Remark;
import dev.reroll.mail.Position;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;

/** Says in a few words which patches of a version went in otherwise than they were written. */
final class ApplyRemarks {
  private final List<String> merged = new ArrayList<>();
  private final List<String> moved = new ArrayList<>();

  private ApplyRemarks() {}

  /**
   * Returns what is worth telling: merges, and hunks that fitted elsewhere.
   *
   * @param applied the patches of {@code version}, in order
   */
  static List<String> of(List<Application.Applied> applied, SeriesVersion version) {
    ApplyRemarks found = new ApplyRemarks();
    for (int i = 0; i < applied.size(); i++) {
      for (Remark remark : applied.get(i).remarks()) {
        found.add(remark, number(i + 1, version));
      }
    }
    return found.words();
  }

  /** Numbers a patch as its subject does: {@code 2/5}. */
  static String number(int ordinal, SeriesVersion version) {
    int total = version.slots().size();
    return new Position(Math.min(ordinal, total), total).toString();
  }

  private void add(Remark remark, String patch) {
    if (remark instanceof Remark.Merged && !merged.contains(patch)) {
      merged.add(patch);
    } else if (remark instanceof Remark.Moved && !moved.contains(patch)) {
      moved.add(patch);
    }
  }

  private List<String> words() {
    List<String> words = new ArrayList<>();
    if (!merged.isEmpty()) {
      words.add("with three-way merge of " + String.join(", ", merged));
    }
    if (!moved.isEmpty()) {
      words.add("with offsets in " + String.join(", ", moved));
    }
    return words;
  }
}
