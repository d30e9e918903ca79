package dev.reroll.interdiff;

import dev.reroll.linediff.Edit;
import dev.reroll.message.Octets;
import dev.reroll.patch.Hunk;
import dev.reroll.patch.HunkLine;
import java.util.ArrayList;
import java.util.List;

/** Makes hunks of edits, with as much context as is known, up to what is asked for. */
final class HunkBuilder {
  private final SideLines before;
  private final SideLines after;
  private final UnknownHeadings headings;

  HunkBuilder(SideLines before, SideLines after, UnknownHeadings headings) {
    this.before = before;
    this.after = after;
    this.headings = headings;
  }

  /**
   * Returns the hunks; edits with at most twice {@code context} lines between share one, if these
   * are known.
   */
  List<Hunk> build(List<Edit> edits, int context) {
    List<Hunk> hunks = new ArrayList<>();
    int first = 0;
    while (first < edits.size()) {
      int next = first + 1;
      while (next < edits.size() && areNear(edits.get(next - 1), edits.get(next), context)) {
        next++;
      }
      hunks.add(hunk(edits.subList(first, next), context));
      first = next;
    }
    return hunks;
  }

  private boolean areNear(Edit edit, Edit next, int context) {
    int gap = next.beforeStart() - edit.beforeEnd();
    return gap <= 2L * context && before.nextUnknown(edit.beforeEnd()) >= next.beforeStart();
  }

  private Hunk hunk(List<Edit> edits, int context) {
    Edit first = edits.get(0);
    Edit last = edits.get(edits.size() - 1);
    int leading = 0;
    int top = Math.min(context, Math.min(first.beforeStart(), first.afterStart()));
    while (leading < top && !before.isUnknown(first.beforeStart() - leading - 1)) {
      leading++;
    }
    int bottom = Math.min(context, before.count() - last.beforeEnd());
    int trailing = Math.min(bottom, before.nextUnknown(last.beforeEnd()) - last.beforeEnd());
    Lines lines = new Lines();
    int unchangedFrom = first.beforeStart() - leading;
    for (Edit edit : edits) {
      lines.add(' ', before, unchangedFrom, edit.beforeStart());
      lines.add('-', before, edit.beforeStart(), edit.beforeEnd());
      lines.add('+', after, edit.afterStart(), edit.afterEnd());
      unchangedFrom = edit.beforeEnd();
    }
    lines.add(' ', before, unchangedFrom, last.beforeEnd() + trailing);
    int start = before.number(first.beforeStart()) - leading;
    return new Hunk(
        span(start, before.number(last.beforeEnd()) + trailing),
        span(after.number(first.afterStart()) - leading, after.number(last.afterEnd()) + trailing),
        headings.above(start),
        lines.lines);
  }

  private static Hunk.Span span(int from, int to) {
    return new Hunk.Span(to == from ? from : from + 1, to - from);
  }

  /** Collects the lines of a hunk. */
  private static final class Lines {
    private final List<HunkLine> lines = new ArrayList<>();

    void add(char sign, SideLines side, int from, int to) {
      for (int i = from; i < to; i++) {
        Octets line = side.line(i);
        boolean isWhole = line.endsWith("\n");
        lines.add(new HunkLine(sign, isWhole ? line.slice(0, line.length() - 1) : line));
        if (!isWhole) {
          lines.add(HunkLine.NO_NEWLINE);
        }
      }
    }
  }
}
