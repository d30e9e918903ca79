package dev.reroll.align;

/**
 * Gives each column, the last one first, to its cheapest row, if that is still free; then lets each
 * row that was wanted only once pay for what the others would have cost it.
 *
 * <p>Both search a smallest cost from the dummies at the end towards the front. A cell whose bound
 * is above the smallest cost so far cannot change it; in the first search an equal one can, as the
 * first of equal rows wins.
 */
final class ColumnReduction {
  private final AssignmentState state;
  private final boolean[] wantedTwice;
  private int cheapestRow;
  private int tieCount;

  ColumnReduction(AssignmentState state) {
    this.state = state;
    wantedTwice = new boolean[state.size];
  }

  void run() {
    for (int column = state.size - 1; column >= 0; column--) {
      reduce(column);
    }
    for (int row = 0; row < state.size; row++) {
      transfer(row);
    }
  }

  private void reduce(int column) {
    if (state.costs.isLikeNextColumn(column)) {
      state.price[column] = state.price[column + 1];
    } else {
      state.price[column] = findCheapest(column);
    }
    state.events.occurred(AlignEvent.COLUMN_TIE, tieCount);
    if (state.columnOf[cheapestRow] == AssignmentState.NONE) {
      state.assign(cheapestRow, column);
    } else {
      wantedTwice[cheapestRow] = true;
    }
  }

  /** Sets the first of the cheapest rows of the column; returns what it costs. */
  private int findCheapest(int column) {
    Cells cells = state.column(column);
    int[] low = cells.low;
    tieCount = 0;
    cheapestRow = probe(low);
    int least = state.costs.exact(cheapestRow, column);
    for (int row = state.size - 1; row >= 0; row--) {
      if (low[row] <= least && row != cheapestRow) {
        int cost = cells.exact[row] ? low[row] : state.costs.exact(row, column);
        if (cost < least || (cost == least && row < cheapestRow)) {
          tieCount += cost == least ? 1 : 0;
          least = cost;
          cheapestRow = row;
        }
      }
    }
    return least;
  }

  /**
   * Returns the row with the lowest bound: it is likely to be the cheapest, and then decides most.
   */
  private static int probe(int[] low) {
    int lowestRow = 0;
    int lowest = Integer.MAX_VALUE;
    for (int row = 0; row < low.length; row++) {
      if (low[row] < lowest) {
        lowest = low[row];
        lowestRow = row;
      }
    }
    return lowestRow;
  }

  private void transfer(int row) {
    int column = state.columnOf[row];
    if (column == AssignmentState.NONE) {
      state.free[state.freeCount++] = row;
    } else if (!wantedTwice[row]) {
      state.price[column] -= leastExcept(row, column);
    }
  }

  private int leastExcept(int row, int except) {
    int[] low = state.row(row).low;
    int[] price = state.price;
    int least = Integer.MAX_VALUE;
    for (int column = low.length - 1; column >= 0; column--) {
      if (low[column] - price[column] < least && column != except) {
        least = Math.min(least, state.exact(row, column));
      }
    }
    return least;
  }
}
