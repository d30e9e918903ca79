package dev.reroll.linediff;

/**
 * Keeps, for each diagonal of a box, how far a search from one of its corners has come.
 *
 * <p>A diagonal is position before − position after; what is kept is the position before. Each cost
 * step widens the range of diagonals by one at both ends, or narrows it at an end that has reached
 * the box's border, and then visits every second diagonal from the highest down.
 */
abstract class Frontier {
  /** A slide along more equal lines than this makes the snake rule look. */
  static final int SNAKE = 20;

  /** Returned by a step in which the frontiers did not meet; no diagonal has this number. */
  static final int NOT_MET = Integer.MIN_VALUE;

  int[] before = {};
  int[] after = {};
  Box box = new Box(0, 0, 0, 0, false);
  int[] reach = {};
  int origin;
  int low;
  int high;

  /** Whether the last step slid along more than {@link #SNAKE} equal lines somewhere. */
  boolean slidFar;

  private final int outside;

  /**
   * Makes a frontier of no box.
   *
   * @param outside what a diagonal that was not yet reached counts as
   */
  Frontier(int outside) {
    this.outside = outside;
  }

  /** Takes the kept lines of both sides as what the boxes to come are about. */
  final void load(Side beforeSide, Side afterSide) {
    before = beforeSide.kept;
    after = afterSide.kept;
    origin = afterSide.keptCount + 1;
    int needed = beforeSide.keptCount + afterSide.keptCount + 3;
    if (reach.length < needed) {
      reach = new int[Math.max(needed, reach.length * 2)];
    }
  }

  final void begin(Box box, int diagonal, int position) {
    this.box = box;
    low = diagonal;
    high = diagonal;
    reach[origin + diagonal] = position;
  }

  final void widen() {
    slidFar = false;
    if (low > box.lowestDiagonal()) {
      low--;
      reach[origin + low - 1] = outside;
    } else {
      low++;
    }
    if (high < box.highestDiagonal()) {
      high++;
      reach[origin + high + 1] = outside;
    } else {
      high--;
    }
  }

  final boolean covers(int diagonal) {
    return low <= diagonal && diagonal <= high;
  }

  final int at(int diagonal) {
    return reach[origin + diagonal];
  }
}
