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

  /** Returns the cost, and finds it out first if need be. */
  int exact(int row, int column);
}
