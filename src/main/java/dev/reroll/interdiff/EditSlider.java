package dev.reroll.interdiff;

import dev.reroll.linediff.Edit;
import java.util.ArrayList;
import java.util.List;

/**
 * Slides edits back to where their surroundings are known.
 *
 * <p>Lines that are only added, or only removed, can as a rule stand in more than one place: where
 * the first of them equals the line behind them, they may begin one line later. Git's choice may be
 * a place that no mail shows the context of; but each patch had its context, so there is a place
 * near by which is known.
 *
 * <pre>
 *  ?           ?
 *  +}          }       the same edit, one line further down, with a line of context above it
 *  +           +
 *              +}
 *  }
 * </pre>
 */
final class EditSlider {
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
