package dev.reroll.align;

import java.util.Arrays;

/**
 * Keeps how dear it is to reach each column from a free row, through the rows looked at so far.
 *
 * <p>For a column this is the least of cost − offset over those rows, and its predecessor the first
 * row that gives it. Until somebody has to know, a column is <em>open</em>: only a bound is kept,
 * the least of the bounds. Settling it goes through the rows again in their order.
 */
final class Distances {
  private final AssignmentState state;
  private final int[] low;
  private final int[] predecessor;
  private final boolean[] settled;
  private final int[] rows;
  private final int[] offsets;
  private int rowCount;

  Distances(AssignmentState state) {
    this.state = state;
    low = new int[state.size];
    predecessor = new int[state.size];
    settled = new boolean[state.size];
    rows = new int[state.size + 1];
    offsets = new int[state.size + 1];
  }

  /** Starts over at the free row {@code row}. */
  void start(int row) {
    rowCount = 0;
    look(row, 0);
    Arrays.fill(predecessor, row);
    Cells cells = state.row(row);
    int[] price = state.price;
    System.arraycopy(cells.exact, 0, settled, 0, settled.length);
    for (int column = 0; column < price.length; column++) {
      low[column] = cells.low[column] - price[column];
    }
  }

  /** Takes {@code row} in as one to reach columns through; the caller then offers it to them. */
  void look(int row, int offset) {
    rows[rowCount] = row;
    offsets[rowCount] = offset;
    rowCount++;
  }

  /** Returns the distance, settling the column if need be. */
  int exact(int column) {
    if (!settled[column]) {
      settle(column, rowCount);
    }
    return low[column];
  }

  int predecessor(int column) {
    exact(column);
    return predecessor[column];
  }

  /** Says whether the distance is at most {@code limit}, settling the column only if it may be. */
  boolean isAtMost(int limit, int column) {
    return low[column] <= limit && exact(column) <= limit;
  }

  /**
   * Lets the row looked at last lower the distance of {@code column}; says whether it thereby
   * became {@code target}.
   */
  boolean lowersTo(int target, int column) {
    int row = rows[rowCount - 1];
    int offset = offsets[rowCount - 1];
    int offered = state.low(row, column) - offset;
    if (settled[column] && offered >= low[column]) {
      return false;
    }
    boolean known = settled[column] && state.costs.isExact(row, column);
    if (offered > target && !known) {
      low[column] = Math.min(low[column], offered);
      settled[column] = false;
      return false;
    }
    if (!settled[column]) {
      settle(column, rowCount - 1);
    }
    int distance = state.exact(row, column) - offset;
    if (distance >= low[column]) {
      return false;
    }
    low[column] = distance;
    predecessor[column] = row;
    return distance == target;
  }

  private void settle(int column, int firstRowsCount) {
    int least = Integer.MAX_VALUE;
    for (int k = 0; k < firstRowsCount; k++) {
      if (state.low(rows[k], column) - offsets[k] < least) {
        int distance = state.exact(rows[k], column) - offsets[k];
        if (distance < least) {
          least = distance;
          predecessor[column] = rows[k];
        }
      }
    }
    low[column] = least;
    settled[column] = true;
  }
}
