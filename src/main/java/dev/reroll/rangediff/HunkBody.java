package dev.reroll.rangediff;

import dev.reroll.linediff.Edit;
import dev.reroll.linediff.HunkRange;
import dev.reroll.linediff.LineTable;
import dev.reroll.message.Octets;
import java.util.ArrayList;
import java.util.List;

/** Gives the lines of a hunk; unchanged ones are taken from the new side, as git takes them. */
final class HunkBody {
  private final ComparedText before;
  private final ComparedText after;
  private final LineTable table;

  HunkBody(ComparedText before, ComparedText after, LineTable table) {
    this.before = before;
    this.after = after;
    this.table = table;
  }

  List<BodyHunk.Line> of(HunkRange range) {
    List<BodyHunk.Line> lines = new ArrayList<>();
    int unchangedFrom = range.afterStart();
    for (Edit edit : range.edits()) {
      addAfter(' ', unchangedFrom, edit.afterStart(), lines);
      for (int i = edit.beforeStart(); i < edit.beforeEnd(); i++) {
        lines.add(line('-', before, i));
      }
      addAfter('+', edit.afterStart(), edit.afterEnd(), lines);
      unchangedFrom = edit.afterEnd();
    }
    addAfter(' ', unchangedFrom, range.afterEnd(), lines);
    return lines;
  }

  private void addAfter(char sign, int from, int to, List<BodyHunk.Line> lines) {
    for (int i = from; i < to; i++) {
      lines.add(line(sign, after, i));
    }
  }

  private BodyHunk.Line line(char sign, ComparedText text, int index) {
    Octets line = table.line(text.lines()[index]);
    return new BodyHunk.Line(sign, line.slice(0, line.length() - 1));
  }
}
