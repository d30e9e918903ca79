package dev.reroll.linediff;

import java.util.Optional;

/** Searches from a box's start. */
final class ForwardFrontier extends Frontier {
  ForwardFrontier() {
    super(-1);
  }

  void begin(Box box) {
    begin(box, box.startDiagonal(), box.beforeStart());
  }

  /**
   * Grows by one cost step and returns the diagonal on which it met {@code backward}.
   *
   * @param mayMeet whether the two are an odd number of diagonals apart, so that they can meet now
   */
  int step(Frontier backward, boolean mayMeet) {
    widen();
    for (int diagonal = high; diagonal >= low; diagonal -= 2) {
      int position = advance(diagonal);
      if (mayMeet && backward.covers(diagonal) && backward.at(diagonal) <= position) {
        return diagonal;
      }
    }
    return NOT_MET;
  }

  private int advance(int diagonal) {
    int fromBelow = reach[origin + diagonal - 1];
    int fromAbove = reach[origin + diagonal + 1];
    int start = fromBelow >= fromAbove ? fromBelow + 1 : fromAbove;
    int limit = Math.min(box.beforeEnd(), box.afterEnd() + diagonal);
    int position = start;
    while (position < limit && before[position] == after[position - diagonal]) {
      position++;
    }
    slidFar |= position - start > SNAKE;
    reach[origin + diagonal] = position;
    return position;
  }

  /** Finds the most promising point at the end of a long row of equal lines. */
  Optional<Split> findSnake(int cost) {
    long best = 4L * cost;
    Optional<Split> found = Optional.empty();
    for (int diagonal = high; diagonal >= low; diagonal -= 2) {
      int position = at(diagonal);
      long value = gain(position, diagonal) - Math.abs(diagonal - box.startDiagonal());
      if (value > best && isInside(position, diagonal) && isSnakeBehind(position, diagonal)) {
        best = value;
        found = Optional.of(Split.trustingHead(position, diagonal));
      }
    }
    return found;
  }

  /** Returns how many lines of both sides lie between the box's start and the point. */
  private long gain(int position, int diagonal) {
    return (long) position - box.beforeStart() + (position - diagonal) - box.afterStart();
  }

  private boolean isInside(int position, int diagonal) {
    int positionAfter = position - diagonal;
    return position >= box.beforeStart() + SNAKE
        && position < box.beforeEnd()
        && positionAfter >= box.afterStart() + SNAKE
        && positionAfter < box.afterEnd();
  }

  private boolean isSnakeBehind(int position, int diagonal) {
    for (int i = position - SNAKE; i < position; i++) {
      if (before[i] != after[i - diagonal]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the diagonal on which it has come furthest, the highest of equals. */
  int furthestDiagonal() {
    int furthest = high;
    for (int diagonal = high; diagonal >= low; diagonal -= 2) {
      if (gainWithin(diagonal) > gainWithin(furthest)) {
        furthest = diagonal;
      }
    }
    return furthest;
  }

  long gainWithin(int diagonal) {
    return gain(within(diagonal), diagonal);
  }

  /** Returns the position on {@code diagonal}, pulled back onto the box's border. */
  int within(int diagonal) {
    return Math.min(at(diagonal), Math.min(box.beforeEnd(), box.afterEnd() + diagonal));
  }
}
