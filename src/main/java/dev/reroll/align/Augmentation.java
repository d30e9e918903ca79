package dev.reroll.align;

import dev.reroll.align.AlignEvents.AlignEvent;
import dev.reroll.align.Costs.Cells;
import java.util.Arrays;

/**
 * Places the rows that are still free, each along a cheapest path of rows that give way.
 *
 * <p>The columns stand in an array in three parts: those whose rows were looked at, those as near
 * as the nearest and still to be looked at, and the rest.
 *
 * <pre>
 *   0 … low − 1     low … up − 1     up … size − 1
 *   looked at       nearest          the rest, further away
 * </pre>
 *
 * <p><b>Here git departs from the paper, and this class follows git.</b> When a free column is
 * among the nearest, the path ends not there but at the column that the search for the nearest
 * happened to read last. If another row has that one, it is driven out for good, and the assignment
 * may not be of least cost.
 */
final class Augmentation {
  private static final int NO_END = -1;

  private final Assignment.State state;
  private final Distances distances;
  private final int[] columns;
  private int low;
  private int up;
  private int nearest;

  /** The column that was read last: git's path may end there. */
  private int lastRead;

  Augmentation(Assignment.State state) {
    this.state = state;
    distances = new Distances(state);
    columns = new int[state.size];
  }

  void run() {
    state.events.occurred(AlignEvent.ROW_AUGMENTED, state.freeCount);
    for (int k = 0; k < state.freeCount; k++) {
      place(state.free[k]);
    }
  }

  private void place(int freeRow) {
    distances.start(freeRow);
    if (isNextToFree()) {
      giveWay(freeRow, state.size - 1);
    } else {
      searchPath(freeRow);
    }
  }

  /**
   * Whether a free column is among the nearest at once.
   *
   * <p>Most paths end like this, at the last column, which is read last whatever was found before;
   * so only the least distance matters and not, as later, the order in which columns were gathered.
   */
  private boolean isNextToFree() {
    int least = Integer.MAX_VALUE;
    boolean free = false;
    for (int column = state.size - 1; column >= 0; column--) {
      if (distances.isAtMost(least, column)) {
        int distance = distances.exact(column);
        boolean isFree = state.rowOf[column] == Assignment.State.NONE;
        free = isFree || (free && distance == least);
        least = distance;
      }
    }
    return free;
  }

  private void searchPath(int freeRow) {
    for (int column = 0; column < state.size; column++) {
      columns[column] = column;
    }
    low = 0;
    up = 0;
    int lookedAtCount;
    int end;
    do {
      lookedAtCount = low;
      gatherNearest();
      end = hasFreeNearest() ? lastRead : lookAtNearest();
    } while (end == NO_END);
    raisePrices(lookedAtCount);
    giveWay(freeRow, end);
  }

  /** Moves the columns that are nearest among the rest to {@code low … up − 1}. */
  private void gatherNearest() {
    nearest = distances.exact(columns[up++]);
    for (int k = up; k < state.size; k++) {
      lastRead = columns[k];
      if (distances.isAtMost(nearest, lastRead)) {
        int distance = distances.exact(lastRead);
        if (distance < nearest) {
          up = low;
          nearest = distance;
        }
        moveUp(k);
      }
    }
  }

  private void moveUp(int k) {
    int column = columns[k];
    columns[k] = columns[up];
    columns[up++] = column;
  }

  private boolean hasFreeNearest() {
    for (int k = low; k < up; k++) {
      if (state.rowOf[columns[k]] == Assignment.State.NONE) {
        return true;
      }
    }
    return false;
  }

  /** Looks at the rows of the nearest columns; returns a free column that is as near, if any. */
  private int lookAtNearest() {
    while (low < up) {
      int column = columns[low++];
      int row = state.rowOf[column];
      distances.look(row, state.exact(row, column) - nearest);
      for (int k = up; k < state.size; k++) {
        lastRead = columns[k];
        if (distances.lowersTo(nearest, lastRead)) {
          if (state.rowOf[lastRead] == Assignment.State.NONE) {
            return lastRead;
          }
          moveUp(k);
        }
      }
    }
    return NO_END;
  }

  private void raisePrices(int lookedAtCount) {
    for (int k = 0; k < lookedAtCount; k++) {
      state.price[columns[k]] += distances.exact(columns[k]) - nearest;
    }
  }

  private void giveWay(int freeRow, int end) {
    boolean taken = state.rowOf[end] != Assignment.State.NONE;
    state.events.occurred(taken ? AlignEvent.PATH_ENDED_ASTRAY : AlignEvent.PATH_ENDED);
    int column = end;
    int row;
    do {
      row = distances.predecessor(column);
      int left = state.columnOf[row];
      state.assign(row, column);
      column = left;
    } while (row != freeRow);
  }

  /**
   * Keeps how dear it is to reach each column from a free row, through the rows looked at so far.
   *
   * <p>For a column this is the least of cost − offset over those rows, and its predecessor the
   * first row that gives it. Until somebody has to know, a column is <em>open</em>: only a bound is
   * kept, the least of the bounds. Settling it goes through the rows again in their order.
   */
  private static final class Distances {
    private final Assignment.State state;
    private final int[] low;
    private final int[] predecessor;
    private final boolean[] settled;
    private final int[] rows;
    private final int[] offsets;
    private int rowCount;

    Distances(Assignment.State state) {
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

    /** Whether the distance is at most {@code limit}, settling the column only if it may be. */
    boolean isAtMost(int limit, int column) {
      return low[column] <= limit && exact(column) <= limit;
    }

    /**
     * Lets the row looked at last lower the distance of {@code column}; returns whether it thereby
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
}
