package dev.reroll.interdiff;

import dev.reroll.bytes.Octets;
import dev.reroll.linediff.LineTable;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * The lines of one side of a comparison as ids of a table, those not known among them: each of
 * these has an id of its own, the same on both sides.
 *
 * <p>In the middle of a long run of unknown lines most are left out, so that a line number of nine
 * digits takes no more room than any other. Which ones, both sides agree on: far from any place
 * where a run of either side begins or ends, and from any known line.
 */
final class SideLines {
  /** So many unknown lines are kept at either end of a run. */
  private static final int NEAR = 1024;

  private final FileText text;
  private final LineTable table;
  private final NavigableSet<Integer> landmarks;
  private int[] ids = new int[64];
  private int[] numbers = new int[64];
  private boolean[] unknown = new boolean[64];
  private int count;
  private int lineCount;

  private SideLines(FileText text, LineTable table, NavigableSet<Integer> landmarks) {
    this.text = text;
    this.table = table;
    this.landmarks = landmarks;
  }

  /**
   * Returns the lines of {@code text}.
   *
   * @param landmarks places of the base: known lines, and where runs of both sides begin and end
   */
  static SideLines of(FileText text, LineTable table, NavigableSet<Integer> landmarks) {
    SideLines lines = new SideLines(text, table, landmarks);
    for (Piece piece : text.pieces()) {
      lines.add(piece);
    }
    lines.makeRoom();
    lines.numbers[lines.count] = lines.lineCount;
    return lines;
  }

  int count() {
    return count;
  }

  int[] ids() {
    return Arrays.copyOf(ids, count);
  }

  /** Returns the ids of the lines {@code [from, to)}. */
  int[] ids(int from, int to) {
    return Arrays.copyOfRange(ids, from, to);
  }

  /** Returns the 0-based number in the file of the line at {@code index}; also of the end. */
  int number(int index) {
    return numbers[index];
  }

  boolean isUnknown(int index) {
    return unknown[index];
  }

  /** Whether the lines at both places are equal. */
  boolean isSame(int one, int other) {
    return one >= 0 && other < count && ids[one] == ids[other];
  }

  /** Returns the place in {@code [from, count]} of the first unknown line, or the end. */
  int nextUnknown(int from) {
    int index = from;
    while (index < count && !unknown[index]) {
      index++;
    }
    return index;
  }

  Octets line(int index) {
    return table.line(ids[index]);
  }

  private void add(Piece piece) {
    if (piece.baseIndex(0) == Piece.NOWHERE) {
      for (int i = 0; i < piece.length(); i++) {
        add(piece.line(i, text.base()).orElseThrow());
      }
      return;
    }
    int from = piece.baseIndex(0);
    int to = piece.length() == BaseFile.NO_END ? BaseFile.NO_END : from + piece.length();
    for (int index = from; index < to; index++) {
      Optional<Octets> line = text.base().line(index);
      if (line.isPresent()) {
        add(line.get());
        continue;
      }
      addUnknown(index);
      int next = nextNear(index);
      if (next == BaseFile.NO_END && to == BaseFile.NO_END) {
        return; // All that follows is unknown on both sides: one line stands for it.
      }
      lineCount += next - index - 1;
      index = next - 1;
    }
  }

  /** Returns the next place that is not left out behind the unknown line at {@code index}. */
  private int nextNear(int index) {
    Integer above = landmarks.floor(index);
    Integer below = landmarks.higher(index);
    if (below == null) {
      return BaseFile.NO_END;
    }
    boolean isFar = (above == null || index - above >= NEAR) && below - index > NEAR;
    return isFar ? below - NEAR : index + 1;
  }

  private void addUnknown(int index) {
    makeRoom();
    unknown[count] = true;
    add(Octets.utf8("\n" + index + "\n")); // No line has an LF but at its end.
  }

  private void add(Octets line) {
    makeRoom();
    ids[count] = table.intern(line);
    numbers[count++] = lineCount++;
  }

  private void makeRoom() {
    if (count == ids.length) {
      ids = Arrays.copyOf(ids, count * 2);
      numbers = Arrays.copyOf(numbers, count * 2);
      unknown = Arrays.copyOf(unknown, count * 2);
    }
  }
}
