package dev.reroll.interdiff;

import dev.reroll.linediff.DiffEngine;
import dev.reroll.linediff.Edit;
import dev.reroll.linediff.LineTable;
import dev.reroll.patch.Hunk;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * Diffs two texts that were made of the same base, or are known throughout.
 *
 * <p>Lines of the base that no hunk shows are in both texts, so they are equal although nobody
 * knows what they say. The diff is first made over all lines, which gives git's hunks wherever git
 * would not look at the unknown ones; should it take unknown lines out and put them back elsewhere,
 * each part between them is diffed on its own.
 *
 * <pre>
 *  before   a   ?5   c   D   ?8 …      ?: a line of the base that no mail holds
 *  after    a   ?5   c   d   ?8 …      edit: D → d, with c above it as context, nothing below
 * </pre>
 *
 * <p>Not for several threads at once. Time: that of {@link DiffEngine}.
 */
final class TextDiffer {
  private final int context;
  private final DiffEngine engine = new DiffEngine();

  /**
   * Readies a differ.
   *
   * @param context unchanged lines around each change, as far as they are known
   */
  TextDiffer(int context) {
    this.context = context;
  }

  /** Returns the hunks that turn {@code before} into {@code after}. */
  List<Hunk> hunks(FileText before, FileText after, HeadingRule rule) {
    LineTable table = new LineTable();
    NavigableSet<Integer> landmarks = before.base().knownLines();
    landmarks.addAll(after.base().knownLines());
    before.addBounds(landmarks);
    after.addBounds(landmarks);
    SideLines old = SideLines.of(before, table, landmarks);
    SideLines current = SideLines.of(after, table, landmarks);
    List<Edit> edits = edits(old, current, table);
    if (touchesUnknown(edits, old, current)) {
      edits = editsBetweenUnknown(old, current, table);
    }
    edits = new EditSlider(old, current, context).slide(edits);
    return new HunkBuilder(old, current, new UnknownHeadings(before, rule)).build(edits, context);
  }

  private List<Edit> edits(SideLines before, SideLines after, LineTable table) {
    return context == 0
        ? engine.editsWithoutContext(before.ids(), after.ids(), table)
        : engine.edits(before.ids(), after.ids(), table);
  }

  private static boolean touchesUnknown(List<Edit> edits, SideLines before, SideLines after) {
    for (Edit edit : edits) {
      if (before.nextUnknown(edit.beforeStart()) < edit.beforeEnd()
          || after.nextUnknown(edit.afterStart()) < edit.afterEnd()) {
        return true;
      }
    }
    return false;
  }

  private List<Edit> editsBetweenUnknown(SideLines before, SideLines after, LineTable table) {
    List<Edit> edits = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.count() || j < after.count()) {
      int beforeEnd = before.nextUnknown(i);
      int afterEnd = after.nextUnknown(j);
      for (Edit edit : engine.edits(before.ids(i, beforeEnd), after.ids(j, afterEnd), table)) {
        edits.add(
            new Edit(
                i + edit.beforeStart(),
                i + edit.beforeEnd(),
                j + edit.afterStart(),
                j + edit.afterEnd()));
      }
      i = beforeEnd + 1;
      j = afterEnd + 1;
    }
    return edits;
  }
}
