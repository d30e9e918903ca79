package dev.reroll.linediff;

import java.util.Optional;

/** Searches from a box's end, the mirror image of {@link ForwardFrontier}. */
final class BackwardFrontier extends Frontier {
  BackwardFrontier() {
    super(Integer.MAX_VALUE);
  }

  void begin(Box box) {
    begin(box, box.endDiagonal(), box.beforeEnd());
  }

  /**
   * Grows by one cost step and returns the diagonal on which it met {@code forward}.
   *
   * @param mayMeet whether the two are an even number of diagonals apart, so that they can meet now
   */
  int step(Frontier forward, boolean mayMeet) {
    widen();
    for (int diagonal = high; diagonal >= low; diagonal -= 2) {
      int position = advance(diagonal);
      if (mayMeet && forward.covers(diagonal) && position <= forward.at(diagonal)) {
        return diagonal;
      }
    }
    return NOT_MET;
  }

  private int advance(int diagonal) {
    int fromBelow = reach[origin + diagonal - 1];
    int fromAbove = reach[origin + diagonal + 1];
    int start = fromBelow < fromAbove ? fromBelow : fromAbove - 1;
    int limit = Math.max(box.beforeStart(), box.afterStart() + diagonal);
    int position = start;
    while (position > limit && before[position - 1] == after[position - diagonal - 1]) {
      position--;
    }
    slidFar |= start - position > SNAKE;
    reach[origin + diagonal] = position;
    return position;
  }

  /** Finds the most promising point at the start of a long row of equal lines. */
  Optional<Split> findSnake(int cost) {
    long best = 4L * cost;
    Optional<Split> found = Optional.empty();
    for (int diagonal = high; diagonal >= low; diagonal -= 2) {
      int position = at(diagonal);
      long value = gain(position, diagonal) - Math.abs(diagonal - box.endDiagonal());
      if (value > best && isInside(position, diagonal) && isSnakeAhead(position, diagonal)) {
        best = value;
        found = Optional.of(Split.trustingTail(position, diagonal));
      }
    }
    return found;
  }

  /** Returns how many lines of both sides lie between the point and the box's end. */
  private long gain(int position, int diagonal) {
    return (long) box.beforeEnd() - position + box.afterEnd() - (position - diagonal);
  }

  private boolean isInside(int position, int diagonal) {
    int positionAfter = position - diagonal;
    return position > box.beforeStart()
        && position <= box.beforeEnd() - SNAKE
        && positionAfter > box.afterStart()
        && positionAfter <= box.afterEnd() - SNAKE;
  }

  private boolean isSnakeAhead(int position, int diagonal) {
    for (int i = position; i < position + SNAKE; i++) {
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
    return Math.max(at(diagonal), Math.max(box.beforeStart(), box.afterStart() + diagonal));
  }
}
