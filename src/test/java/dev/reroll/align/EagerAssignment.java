package dev.reroll.align;

import java.util.Arrays;

/**
 * Assigns with all costs at hand, step by step: what {@link Assignment} must equal.
 *
 * <p>Written for plainness, not for speed.
 */
final class EagerAssignment {
  private static final int NONE = -1;

  private final int[][] cost;
  private final int size;
  private final int[] rowOf;
  private final int[] columnOf;
  private final int[] price;
  private final int[] free;
  private int freeCount;
  private boolean rowsDiffered;
  private final int[] d;
  private final int[] pred;
  private final int[] col;
  private int low;
  private int up;
  private int min;
  private int lastRead;

  private EagerAssignment(int[][] cost) {
    this.cost = cost;
    size = cost.length;
    rowOf = filled();
    columnOf = filled();
    price = new int[size];
    free = new int[size];
    d = new int[size];
    pred = new int[size];
    col = new int[size];
  }

  static int[] solve(int[][] cost) {
    EagerAssignment assignment = new EagerAssignment(cost);
    assignment.reduceColumns();
    if (assignment.freeCount > 0) {
      assignment.reduceRows();
      assignment.reduceRows();
      for (int k = 0; k < assignment.freeCount; k++) {
        assignment.augment(assignment.free[k]);
      }
    }
    return assignment.rowOf;
  }

  private int[] filled() {
    int[] array = new int[size];
    Arrays.fill(array, NONE);
    return array;
  }

  private void reduceColumns() {
    boolean[] twice = new boolean[size];
    for (int j = size - 1; j >= 0; j--) {
      int best = 0;
      for (int i = 1; i < size; i++) {
        best = cost[i][j] < cost[best][j] ? i : best;
      }
      price[j] = cost[best][j];
      if (columnOf[best] == NONE) {
        columnOf[best] = j;
        rowOf[j] = best;
      } else {
        twice[best] = true;
      }
    }
    for (int i = 0; i < size; i++) {
      if (columnOf[i] == NONE) {
        free[freeCount++] = i;
      } else if (!twice[i]) {
        price[columnOf[i]] -= leastBeside(i);
      }
    }
  }

  private int leastBeside(int i) {
    int least = Integer.MAX_VALUE;
    for (int j = 0; j < size; j++) {
      least = j == columnOf[i] ? least : Math.min(least, cost[i][j] - price[j]);
    }
    return least;
  }

  private void reduceRows() {
    int waiting = freeCount;
    freeCount = 0;
    int k = 0;
    while (k < waiting) {
      int driven = reduceRow(free[k++]);
      if (driven != NONE && rowsDiffered) {
        free[--k] = driven;
      } else if (driven != NONE) {
        free[freeCount++] = driven;
      }
    }
  }

  private int reduceRow(int i) {
    int j1 = 0;
    int j2 = NONE;
    int u1 = cost[i][0] - price[0];
    int u2 = Integer.MAX_VALUE;
    for (int j = 1; j < size; j++) {
      int value = cost[i][j] - price[j];
      if (value < u2 && u1 < value) {
        u2 = value;
        j2 = j;
      } else if (value < u2) {
        u2 = u1;
        j2 = j1;
        u1 = value;
        j1 = j;
      }
    }
    rowsDiffered = u1 < u2;
    if (rowsDiffered) {
      price[j1] -= u2 - u1;
    } else if (rowOf[j1] != NONE) {
      j1 = j2;
    }
    int driven = rowOf[j1];
    columnOf[i] = j1;
    rowOf[j1] = i;
    return driven;
  }

  private void augment(int freeRow) {
    for (int j = 0; j < size; j++) {
      d[j] = cost[freeRow][j] - price[j];
      pred[j] = freeRow;
      col[j] = j;
    }
    low = 0;
    up = 0;
    int last;
    boolean found;
    do {
      last = low;
      gather();
      found = false;
      for (int k = low; k < up; k++) {
        found |= rowOf[col[k]] == NONE;
      }
      while (!found && low < up) {
        found = scan(col[low++]);
      }
    } while (!found);
    for (int k = 0; k < last; k++) {
      price[col[k]] += d[col[k]] - min;
    }
    follow(freeRow);
  }

  private void gather() {
    min = d[col[up++]];
    for (int k = up; k < size; k++) {
      lastRead = col[k];
      if (d[lastRead] <= min) {
        if (d[lastRead] < min) {
          up = low;
          min = d[lastRead];
        }
        col[k] = col[up];
        col[up++] = lastRead;
      }
    }
  }

  private boolean scan(int j1) {
    int i = rowOf[j1];
    int h = cost[i][j1] - price[j1] - min;
    for (int k = up; k < size; k++) {
      int j = col[k];
      lastRead = j;
      int value = cost[i][j] - price[j] - h;
      if (value < d[j]) {
        pred[j] = i;
        if (value == min && rowOf[j] == NONE) {
          return true;
        }
        if (value == min) {
          col[k] = col[up];
          col[up++] = j;
        }
        d[j] = value;
      }
    }
    return false;
  }

  private void follow(int freeRow) {
    int j = lastRead;
    int i;
    do {
      i = pred[j];
      rowOf[j] = i;
      int left = columnOf[i];
      columnOf[i] = j;
      j = left;
    } while (i != freeRow);
  }
}
