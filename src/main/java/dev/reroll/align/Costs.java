package dev.reroll.align;

import java.util.Arrays;

/**
 * Gives the costs of assigning rows to columns, each at first perhaps only as a bound.
 *
 * <p>Square; rows and columns count from 0.
 */
interface Costs {
  /** Returns the number of rows, which is that of columns. */
  int size();

  /** Returns a number that is not above the cost, and is the cost if that is known. */
  int low(int row, int column);

  /** Whether {@link #low} is the cost. */
  boolean isExact(int row, int column);

  /** Reads what is known of a row into {@code cells}, by column. */
  default void readRow(int row, Cells cells) {
    for (int column = 0; column < size(); column++) {
      cells.low[column] = low(row, column);
      cells.exact[column] = isExact(row, column);
    }
  }

  /** Reads what is known of a column into {@code cells}, by row. */
  default void readColumn(int column, Cells cells) {
    for (int row = 0; row < size(); row++) {
      cells.low[row] = low(row, column);
      cells.exact[row] = isExact(row, column);
    }
  }

  /** Whether the column is known to cost every row what the next column costs it. */
  default boolean isLikeNextColumn(int column) {
    return false;
  }

  /** Whether the two rows are known to cost the same in every column, and all costs known. */
  default boolean areAlikeRows(int row, int other) {
    return false;
  }

  /** Returns the cost, and finds it out first if need be. */
  int exact(int row, int column);

  /**
   * What is known of a whole row or column of costs, as it was when it was read.
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
}
