package dev.reroll.align;

import java.util.Arrays;

/**
 * Holds what is known of a whole row or column of costs, as it was when it was read.
 *
 * <p>Every step of an assignment goes through whole rows. To ask for each cell by itself takes
 * several calls, which the quick compiler does not inline, and ten times as long.
 */
final class Cells {
  /** A number for each cell that is not above its cost, and is the cost if that is known. */
  final int[] low;

  /** Says for each cell whether its cost is known. */
  final boolean[] exact;

  Cells(int size) {
    low = new int[size];
    exact = new boolean[size];
  }

  /** Sets one cell to this known cost. */
  void set(int index, int cost) {
    low[index] = cost;
    exact[index] = true;
  }

  /** Sets the cells {@code [from, to)} to this known cost. */
  void fill(int from, int to, int cost) {
    Arrays.fill(low, from, to, cost);
    Arrays.fill(exact, from, to, true);
  }

  /** Sets the cells {@code [0, costs.length)} to these known costs. */
  void fill(int[] costs) {
    System.arraycopy(costs, 0, low, 0, costs.length);
    Arrays.fill(exact, 0, costs.length, true);
  }
}
