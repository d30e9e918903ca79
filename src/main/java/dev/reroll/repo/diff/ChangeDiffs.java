package dev.reroll.repo.diff;

import dev.reroll.patch.FileDiff;
import dev.reroll.repo.attributes.AttributeFiles;
import dev.reroll.repo.attributes.DiffDrivers;
import dev.reroll.repo.paths.TreeChange;
import dev.reroll.repo.place.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes of the paths that changed between two trees what {@code git log -p} shows of them. */
public final class ChangeDiffs {
  /** Git shows so many unchanged lines around a change, unless told otherwise. */
  static final int STANDARD_CONTEXT = 3;

  private static final int STANDARD_LIMIT = 1000;

  private final Contents contents;
  private final Settings settings;
  private final FileDiffer differ;

  /**
   * Creates it.
   *
   * @param context unchanged lines around each change
   */
  public ChangeDiffs(
      Contents.Source source, AttributeFiles attributes, Settings settings, int context) {
    DiffDrivers drivers = new DiffDrivers(attributes, settings);
    this.contents = new Contents(source, drivers);
    this.settings = settings;
    this.differ = new FileDiffer(contents, drivers, context);
  }

  /** Returns how many unchanged lines git shows around a change. */
  public static int context(Settings settings) {
    return settings.number("diff.context", STANDARD_CONTEXT);
  }

  /** Returns the diffs of {@code changes}, which are in git's order. */
  public List<FileDiff> of(List<TreeChange> changes) throws IOException {
    List<TreeChange> shown = changes;
    if (settings.isTrue("diff.renames", true)) {
      int limit = settings.number("diff.renameLimit", STANDARD_LIMIT);
      shown = new Renames(contents, limit).in(changes);
    }
    List<FileDiff> files = new ArrayList<>();
    for (TreeChange change : shown) {
      if (change.isOfOtherKind()) {
        files.add(differ.diff(TreeChange.deleted(change.before())));
        files.add(differ.diff(TreeChange.added(change.after())));
      } else {
        files.add(differ.diff(change));
      }
    }
    return files;
  }
}
