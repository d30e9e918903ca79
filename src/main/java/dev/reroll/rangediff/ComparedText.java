package dev.reroll.rangediff;

import dev.reroll.align.DiffPart;
import dev.reroll.bytes.Octets;
import dev.reroll.linediff.LineTable;
import dev.reroll.patch.ComparablePatch;
import java.util.Arrays;

/** A comparable patch as interned lines. */
final class ComparedText {
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
