package dev.reroll.align;

import dev.reroll.align.AlignEvents.AlignEvent;
import dev.reroll.align.Costs.Cells;
import java.util.Arrays;

/**
 * Assigns a row to each column as git does, and finds out as few costs as it can.
 *
 * <p>The steps are those of R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for
 * dense and sparse linear assignment problems", 1987: {@link ColumnReduction} with the transfer of
 * its reductions, {@link RowReduction} twice, {@link Augmentation}. The last departs from the paper
 * where git does, so the result is often but not always of least total cost; and ties abound, as
 * dummies are all alike. An optimal solver would give other matches than git.
 *
 * <p>Why it is the same as with all costs at hand: a step reads a cost only to compare it. If the
 * bound alone is on one side of what it is compared with, so is the cost, which is never lower, and
 * the comparison is decided; if not, the cost is found out before comparing. Bounds therefore never
 * decide anything that costs would decide otherwise, and every step leaves the same state.
 *
 * <pre>
 *   cheapest so far 12     bound 15: dearer, whatever the cost      never diffed
 *                          bound 11: undecided                      diffed, costs 14: dearer
 * </pre>
 *
 * <p>Time O(n³) at worst, in practice a few times n². Memory O(n) beside the costs.
 */
final class Assignment {
  private Assignment() {}

  /** Returns, for each column, the row assigned to it, or a negative number. */
  static int[] solve(Costs costs, AlignEvents events) {
    State state = new State(costs, events);
    if (state.size < 2) {
      return new int[state.size];
    }
    new ColumnReduction(state).run();
    if (state.freeCount > 0) {
      new RowReduction(state).run();
      new Augmentation(state).run();
    }
    return state.rowOf;
  }

  /** An assignment while its steps work on it; they read and write the fields directly. */
  static final class State {
    static final int NONE = -1;

    final Costs costs;
    final AlignEvents events;
    final int size;

    /** The row that each column has, or {@link #NONE}: the result. */
    final int[] rowOf;

    /** The column that each row was last given, or {@link #NONE}. */
    final int[] columnOf;

    /** What is taken off every cost of a column. */
    final int[] price;

    /** The rows without a column, in the order in which they are to be placed. */
    final int[] free;

    int freeCount;

    private final Cells cells;

    /** The row that {@link #cells} holds, or {@link #NONE}. */
    private int heldRow = NONE;

    State(Costs costs, AlignEvents events) {
      this.costs = costs;
      this.events = events;
      size = costs.size();
      rowOf = new int[size];
      columnOf = new int[size];
      price = new int[size];
      free = new int[size];
      cells = new Cells(size);
      Arrays.fill(rowOf, NONE);
      Arrays.fill(columnOf, NONE);
    }

    /** Returns what is known of a row; the next row or column is read over it. */
    Cells row(int row) {
      if (heldRow == NONE || !costs.areAlikeRows(row, heldRow)) {
        costs.readRow(row, cells);
      }
      heldRow = row;
      return cells;
    }

    /** Returns what is known of a column; the next row or column is read over it. */
    Cells column(int column) {
      heldRow = NONE;
      costs.readColumn(column, cells);
      return cells;
    }

    /** Returns a number that is not above what the column costs the row at its price. */
    int low(int row, int column) {
      return costs.low(row, column) - price[column];
    }

    /** Returns what the column costs the row at its price. */
    int exact(int row, int column) {
      return costs.exact(row, column) - price[column];
    }

    void assign(int row, int column) {
      columnOf[row] = column;
      rowOf[column] = row;
    }
  }

  /**
   * Gives each column, the last one first, to its cheapest row, if that is still free; then lets
   * each row that was wanted only once pay for what the others would have cost it.
   *
   * <p>Both search a smallest cost from the dummies at the end towards the front. A cell whose
   * bound is above the smallest cost so far cannot change it; in the first search an equal one can,
   * as the first of equal rows wins.
   */
  private static final class ColumnReduction {
    private final Assignment.State state;
    private final boolean[] wantedTwice;
    private int cheapestRow;
    private int tieCount;

    ColumnReduction(Assignment.State state) {
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
      if (state.columnOf[cheapestRow] == Assignment.State.NONE) {
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
     * Returns the row with the lowest bound: it is likely to be the cheapest, and then decides
     * most.
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
      if (column == Assignment.State.NONE) {
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

  /**
   * Lets each free row, twice over, take its cheapest column, from whoever has it.
   *
   * <p>What counts are the smallest and the second smallest cost of the row and in which columns
   * they are. A cell that is above the second smallest in the end leaves no trace in them, whenever
   * it is looked at; so those whose bound is above the second smallest of the costs that are known
   * already are passed over.
   */
  private static final class RowReduction {
    private final Assignment.State state;
    private int least;
    private int leastColumn;
    private int second;
    private int secondColumn;

    RowReduction(Assignment.State state) {
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
        if (driven == Assignment.State.NONE) {
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
      return state.rowOf[leastColumn] == Assignment.State.NONE ? leastColumn : secondColumn;
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
}
