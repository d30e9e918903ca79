package dev.reroll.linediff;

import java.util.Arrays;

/**
 * One side of a diff while it is worked on: its lines, which of them are changed, and which of them
 * the search looks at.
 *
 * <p>The steps read and write the fields directly; the arrays may be longer than the counts say,
 * for they are kept from one diff to the next.
 */
final class DiffSide {
  int[] lines = {};
  int count;
  boolean[] changed = {};

  /** The lines that the search looks at: {@code kept[k]} is {@code lines[keptIndex[k]]}. */
  int[] kept = {};

  int[] keptIndex = {};
  int keptCount;

  /** Starts over with {@code lines}, none of them changed or kept; the array is only read. */
  void load(int[] lines) {
    this.lines = lines;
    count = lines.length;
    keptCount = 0;
    if (changed.length < count) {
      int capacity = Math.max(count, changed.length * 2);
      changed = new boolean[capacity];
      kept = new int[capacity];
      keptIndex = new int[capacity];
    } else {
      Arrays.fill(changed, 0, count, false);
    }
  }

  void keep(int index) {
    kept[keptCount] = lines[index];
    keptIndex[keptCount] = index;
    keptCount++;
  }

  /** Marks the kept lines {@code [from, to)} as changed, by their place among the kept ones. */
  void changeKept(int from, int to) {
    for (int k = from; k < to; k++) {
      changed[keptIndex[k]] = true;
    }
  }
}
