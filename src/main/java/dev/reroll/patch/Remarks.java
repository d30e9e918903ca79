package dev.reroll.patch;

import dev.reroll.message.OctetBuilder;
import dev.reroll.message.Octets;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a hunk, whose remarks that a line has no newline stand only behind the last line of
 * a side.
 *
 * <p>A remark may stand elsewhere. Then {@code git apply} (2.39 and 2.55) still takes the newline
 * off, so that the next line of the new file goes on where this one ends. One before the first
 * line, or a second one, 2.39 passes over, as is done here; 2.55 refuses the patch.
 *
 * <pre>
 *  as mailed                       as git reads it
 *  +one                            -two
 *  \ No newline at end of file     +onetwo
 *   two
 * </pre>
 *
 * <p>Behind a line of the old file that is not its last one, a remark fits no file: it is dropped.
 */
final class Remarks {
  private final List<HunkLine> lines = new ArrayList<>();
  private final List<Boolean> isCut = new ArrayList<>();
  private final List<HunkLine> settled = new ArrayList<>();
  private int lastBefore = -1;
  private int lastAfter = -1;

  /** The beginning of a new line that the next one goes on with; empty where there is none. */
  private Octets begun = Octets.EMPTY;

  private boolean isBegun;
  private int joinCount;

  private Remarks() {}

  /**
   * Lines as git reads them.
   *
   * @param joinCount how many lines fewer the new file has than without remarks
   */
  record Settled(List<HunkLine> lines, int joinCount) {}

  /** Returns {@code lines} with each remark where git writes it. */
  static Settled settle(List<HunkLine> lines) {
    Remarks remarks = new Remarks();
    lines.forEach(remarks::take);
    for (int i = 0; i < remarks.lines.size(); i++) {
      remarks.settle(i);
    }
    return new Settled(remarks.settled, remarks.joinCount);
  }

  private void take(HunkLine line) {
    if (line.sign() != '\\') {
      lastBefore = line.sign() == '+' ? lastBefore : lines.size();
      lastAfter = line.sign() == '-' ? lastAfter : lines.size();
      lines.add(line);
      isCut.add(false);
    } else if (!lines.isEmpty()) {
      isCut.set(lines.size() - 1, true);
    }
  }

  private void settle(int index) {
    HunkLine line = lines.get(index);
    boolean cutsBefore = isCut.get(index) && index == lastBefore;
    switch (line.sign()) {
      case '-' -> add(line, cutsBefore);
      case '+' -> addNew(index, line);
      default -> {
        if (!isBegun && (index == lastAfter || !cutsBefore)) {
          add(line, cutsBefore);
        } else {
          add(new HunkLine('-', line.text()), cutsBefore);
          addNew(index, line);
        }
      }
    }
  }

  /** Adds a line of the new file, or begins one. */
  private void addNew(int index, HunkLine line) {
    Octets text =
        new OctetBuilder(begun.length() + line.text().length())
            .append(begun)
            .append(line.text())
            .toOctets();
    boolean goesOn = isCut.get(index) && index < lastAfter;
    isBegun = goesOn;
    begun = goesOn ? text : Octets.EMPTY;
    if (goesOn) {
      joinCount++;
    } else {
      add(new HunkLine('+', text), isCut.get(index));
    }
  }

  private void add(HunkLine line, boolean cuts) {
    settled.add(line);
    if (cuts) {
      settled.add(HunkLine.NO_NEWLINE);
    }
  }
}
