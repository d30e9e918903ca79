package dev.reroll.align;

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

  private final AssignmentState state;
  private final Distances distances;
  private final int[] columns;
  private int low;
  private int up;
  private int nearest;

  /** The column that was read last: git's path may end there. */
  private int lastRead;

  Augmentation(AssignmentState state) {
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
   * Says whether a free column is among the nearest at once.
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
        boolean isFree = state.rowOf[column] == AssignmentState.NONE;
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
      if (state.rowOf[columns[k]] == AssignmentState.NONE) {
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
          if (state.rowOf[lastRead] == AssignmentState.NONE) {
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
    boolean taken = state.rowOf[end] != AssignmentState.NONE;
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
}
