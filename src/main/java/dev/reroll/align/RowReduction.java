package dev.reroll.align;

/**
 * Lets each free row, twice over, take its cheapest column, from whoever has it.
 *
 * <p>What counts are the smallest and the second smallest cost of the row and in which columns they
 * are. A cell that is above the second smallest in the end leaves no trace in them, whenever it is
 * looked at; so those whose bound is above the second smallest of the costs that are known already
 * are passed over.
 */
final class RowReduction {
  private final AssignmentState state;
  private int least;
  private int leastColumn;
  private int second;
  private int secondColumn;

  RowReduction(AssignmentState state) {
    this.state = state;
  }

  void run() {
    reduceFree();
    reduceFree();
  }

  private void reduceFree() {
    int waitingCount = state.freeCount;
    int next = 0;
    state.freeCount = 0;
    while (next < waitingCount) {
      int row = state.free[next++];
      findLeast(row);
      boolean differ = least < second;
      int column = choose(differ);
      int driven = state.rowOf[column];
      state.assign(row, column);
      if (driven == AssignmentState.NONE) {
        continue;
      }
      if (differ) {
        state.free[--next] = driven;
      } else {
        state.free[state.freeCount++] = driven;
      }
    }
  }

  private int choose(boolean differ) {
    if (differ) {
      state.price[leastColumn] -= second - least;
      return leastColumn;
    }
    state.events.occurred(AlignEvent.ROW_TIE);
    return state.rowOf[leastColumn] == AssignmentState.NONE ? leastColumn : secondColumn;
  }

  /** The first of two equal columns becomes the second least; a third changes nothing. */
  private void findLeast(int row) {
    Cells cells = state.row(row);
    int[] price = state.price;
    int limit = secondLeastKnown(cells, price);
    least = Integer.MAX_VALUE;
    second = Integer.MAX_VALUE;
    for (int column = 0; column < price.length; column++) {
      int low = cells.low[column] - price[column];
      if (low > limit || low >= second) {
        continue;
      }
      int cost = cells.exact[column] ? low : state.exact(row, column);
      if (cost > least && cost < second) {
        second = cost;
        secondColumn = column;
      } else if (cost <= least && cost < second) {
        second = least;
        secondColumn = leastColumn;
        least = cost;
        leastColumn = column;
      }
    }
  }

  private static int secondLeastKnown(Cells cells, int[] price) {
    int knownLeast = Integer.MAX_VALUE;
    int knownSecond = Integer.MAX_VALUE;
    int[] low = cells.low;
    boolean[] exact = cells.exact;
    for (int column = 0; column < low.length; column++) {
      int cost = low[column] - price[column];
      if (cost < knownSecond && exact[column]) {
        knownSecond = Math.max(cost, knownLeast);
        knownLeast = Math.min(cost, knownLeast);
      }
    }
    return knownSecond;
  }
}
