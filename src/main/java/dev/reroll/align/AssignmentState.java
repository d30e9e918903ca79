package dev.reroll.align;

import java.util.Arrays;

/** Holds an assignment while its steps work on it; they read and write the fields directly. */
final class AssignmentState {
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

  AssignmentState(Costs costs, AlignEvents events) {
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
