package dev.reroll.align;

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

  /** Says whether {@link #low} is the cost. */
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

  /** Says whether the column is known to cost every row what the next column costs it. */
  default boolean isLikeNextColumn(int column) {
    return false;
  }

  /** Says whether the two rows are known to cost the same in every column, and all costs known. */
  default boolean areAlikeRows(int row, int other) {
    return false;
  }

  /** Returns the cost, and finds it out first if need be. */
  int exact(int row, int column);
}
