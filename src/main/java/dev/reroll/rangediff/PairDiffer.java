package dev.reroll.rangediff;

import dev.reroll.align.DiffPart;
import dev.reroll.bytes.Octets;
import dev.reroll.bytes.Utf8;
import dev.reroll.bytes.WhiteSpace;
import dev.reroll.linediff.DiffEngine;
import dev.reroll.linediff.Edit;
import dev.reroll.linediff.Hunks;
import dev.reroll.linediff.Hunks.HunkRange;
import dev.reroll.linediff.LineTable;
import dev.reroll.patch.ComparablePatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

  /**
   * Finds the heading of a hunk: the nearest line of the old text above it that opens a section
   * ({@code ## path ##}) or a hunk ({@code @@ path: function}).
   *
   * <p>The search goes back to the first line of the hunk before; where it finds nothing the last
   * heading stays. As git does, a heading is cut to 80 octets, then white space at its end and at
   * last a part of a character are taken off; a line that is not UTF-8 throughout is none.
   */
  private static final class HeadingFinder {
    private static final int LONGEST = 80;

    private final ComparedText text;
    private final LineTable table;
    private int searchedFrom = -1;
    private Octets heading = Octets.EMPTY;

    HeadingFinder(ComparedText text, LineTable table) {
      this.text = text;
      this.table = table;
    }

    /** Returns the heading of the hunk that begins at line {@code start}; hunks come in order. */
    Octets before(int start) {
      for (int i = start - 1; i > searchedFrom; i--) {
        Optional<Octets> found = headingOf(table.line(text.lines()[i]));
        if (found.isPresent()) {
          heading = found.get();
          break;
        }
      }
      searchedFrom = start - 1;
      return heading;
    }

    private static Optional<Octets> headingOf(Octets terminated) {
      Octets line = withoutLineEnd(terminated);
      Optional<Octets> section = sectionTitle(line);
      Optional<Octets> title = section.isPresent() ? section : hunkHeading(line);
      return title.isPresent() && Utf8.isWellFormed(line)
          ? Optional.of(cut(title.get()))
          : Optional.empty();
    }

    private static Optional<Octets> sectionTitle(Octets line) {
      boolean matches = line.length() >= 7 && line.startsWith(" ## ") && line.endsWith(" ##");
      return matches ? Optional.of(line.slice(4, line.length() - 3)) : Optional.empty();
    }

    private static Optional<Octets> hunkHeading(Octets line) {
      if (line.startsWith("@@ ")) {
        return Optional.of(line.slice(3));
      }
      return line.startsWith("@@ ", 1) ? Optional.of(line.slice(4)) : Optional.empty();
    }

    private static Octets cut(Octets title) {
      int end = Math.min(title.length(), LONGEST);
      while (end > 0 && WhiteSpace.is(title.at(end - 1))) {
        end--;
      }
      int whole = 0;
      for (int length = 1; length > 0 && whole < end; whole += length) {
        length = Utf8.sequenceLength(title, whole, end);
      }
      return title.slice(0, whole);
    }

    private static Octets withoutLineEnd(Octets line) {
      int end = line.length();
      if (end > 0 && line.at(end - 1) == '\n') {
        end--;
      }
      if (end > 0 && line.at(end - 1) == '\r') {
        end--;
      }
      return line.slice(0, end);
    }
  }

  /** Gives the lines of a hunk; unchanged ones are taken from the new side, as git takes them. */
  private static final class HunkBody {
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

  /** A comparable patch as interned lines. */
  static final class ComparedText {
    private final ComparablePatch patch;
    private final int[] lines;
    private final int diffLine;

    private ComparedText(ComparablePatch patch, int[] lines, int diffLine) {
      this.patch = patch;
      this.lines = lines;
      this.diffLine = diffLine;
    }

    static ComparedText of(ComparablePatch patch, LineTable table) {
      int diffLine = lineCount(patch.text().slice(0, patch.diffOffset()));
      return new ComparedText(patch, table.internLines(patch.text()), diffLine);
    }

    ComparablePatch patch() {
      return patch;
    }

    /** Returns the ids of all lines of its text; not to be written to. */
    int[] lines() {
      return lines;
    }

    /** Returns the lines by which the patch finds its partner. */
    DiffPart diffPart() {
      return new DiffPart(Arrays.copyOfRange(lines, diffLine, lines.length), patch.diffSize());
    }

    boolean hasSameText(ComparedText other) {
      return Arrays.equals(lines, other.lines);
    }

    private static int lineCount(Octets text) {
      int count = 0;
      for (int start = 0; start < text.length(); start = text.endOfLine(start)) {
        count++;
      }
      return count;
    }
  }
}
