package dev.reroll.rangediff;

import dev.reroll.linediff.DiffEngine;
import dev.reroll.linediff.Edit;
import dev.reroll.linediff.HunkRange;
import dev.reroll.linediff.Hunks;
import dev.reroll.linediff.LineTable;
import dev.reroll.message.Octets;
import java.util.ArrayList;
import java.util.List;

/**
 * Diffs the texts of a pair.
 *
 * @param engine for one thread alone
 * @param table of all lines, and only read here
 * @param context unchanged lines around each change
 */
record PairDiffer(DiffEngine engine, LineTable table, int context) {
  /** Returns the difference of two texts that differ. */
  List<BodyHunk> hunks(ComparedText oldText, ComparedText newText) {
    List<Edit> edits =
        context == 0
            ? engine.editsWithoutContext(oldText.lines(), newText.lines(), table)
            : engine.edits(oldText.lines(), newText.lines(), table);
    HeadingFinder headings = new HeadingFinder(oldText, table);
    HunkBody lines = new HunkBody(oldText, newText, table);
    List<BodyHunk> hunks = new ArrayList<>();
    for (HunkRange range :
        Hunks.group(edits, context, oldText.lines().length, newText.lines().length)) {
      Octets heading = headings.before(range.beforeStart());
      hunks.add(new BodyHunk(heading, range.beforeStart(), range.afterStart(), lines.of(range)));
    }
    return hunks;
  }
}
