package dev.reroll.interdiff;

import dev.reroll.interdiff.HunkBuilder.UnknownHeadings;
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
   * Creates a differ.
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

  /**
   * Slides edits back to where their surroundings are known.
   *
   * <p>Lines that are only added, or only removed, can as a rule stand in more than one place:
   * where the first of them equals the line behind them, they may begin one line later. Git's
   * choice may be a place that no mail shows the context of; but each patch had its context, so
   * there is a place near by which is known.
   *
   * <pre>
   *  ?           ?
   *  +}          }       the same edit, one line further down, with a line of context above it
   *  +           +
   *              +}
   *  }
   * </pre>
   */
  private static final class EditSlider {
    private final SideLines before;
    private final SideLines after;
    private final int context;

    EditSlider(SideLines before, SideLines after, int context) {
      this.before = before;
      this.after = after;
      this.context = context;
    }

    /** Returns {@code edits} with those slid that have less context than the others. */
    List<Edit> slide(List<Edit> edits) {
      List<Edit> slid = new ArrayList<>(edits);
      for (int i = 0; i < slid.size(); i++) {
        int from = i == 0 ? 0 : slid.get(i - 1).beforeEnd() + 1;
        int to = i + 1 < slid.size() ? slid.get(i + 1).beforeStart() - 1 : before.count();
        slid.set(i, best(slid.get(i), from, to));
      }
      return slid;
    }

    private Edit best(Edit edit, int from, int to) {
      Edit best = edit;
      for (Edit next = edit; lacks(best, true) && canFall(next, to); ) {
        next = moved(next, 1);
        best = lacking(next) < lacking(best) ? next : best;
      }
      for (Edit next = edit; lacks(best, false) && canRise(next, from); ) {
        next = moved(next, -1);
        best = lacking(next) < lacking(best) ? next : best;
      }
      return best;
    }

    private static Edit moved(Edit edit, int by) {
      return new Edit(
          edit.beforeStart() + by,
          edit.beforeEnd() + by,
          edit.afterStart() + by,
          edit.afterEnd() + by);
    }

    private boolean canFall(Edit edit, int to) {
      if (edit.beforeEnd() >= to || before.isUnknown(edit.beforeEnd())) {
        return false;
      }
      return edit.beforeStart() == edit.beforeEnd()
          ? after.isSame(edit.afterStart(), edit.afterEnd())
          : edit.afterStart() == edit.afterEnd()
              && before.isSame(edit.beforeStart(), edit.beforeEnd());
    }

    private boolean canRise(Edit edit, int from) {
      if (edit.beforeStart() <= from || before.isUnknown(edit.beforeStart() - 1)) {
        return false;
      }
      return edit.beforeStart() == edit.beforeEnd()
          ? after.isSame(edit.afterStart() - 1, edit.afterEnd() - 1)
          : edit.afterStart() == edit.afterEnd()
              && before.isSame(edit.beforeStart() - 1, edit.beforeEnd() - 1);
    }

    private int lacking(Edit edit) {
      return lackingAbove(edit) + lackingBelow(edit);
    }

    private boolean lacks(Edit edit, boolean above) {
      return (above ? lackingAbove(edit) : lackingBelow(edit)) > 0;
    }

    private int lackingAbove(Edit edit) {
      int wanted = Math.min(context, edit.beforeStart());
      int known = 0;
      while (known < wanted && !before.isUnknown(edit.beforeStart() - known - 1)) {
        known++;
      }
      return wanted - known;
    }

    private int lackingBelow(Edit edit) {
      int wanted = Math.min(context, before.count() - edit.beforeEnd());
      int known = 0;
      while (known < wanted && !before.isUnknown(edit.beforeEnd() + known)) {
        known++;
      }
      return wanted - known;
    }
  }
}
