package dev.reroll.linediff;

import dev.reroll.linediff.MyersSearch.Box;
import java.util.Optional;

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
  final void load(DiffSide beforeSide, DiffSide afterSide) {
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

  /** Searches from a box's end, the mirror image of {@link ForwardFrontier}. */
  static final class BackwardFrontier extends Frontier {
    BackwardFrontier() {
      super(Integer.MAX_VALUE);
    }

    void begin(Box box) {
      begin(box, box.endDiagonal(), box.beforeEnd());
    }

    /**
     * Grows by one cost step and returns the diagonal on which it met {@code forward}.
     *
     * @param mayMeet whether the two are an even number of diagonals apart, so that they can meet
     *     now
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

  /** Searches from a box's start. */
  static final class ForwardFrontier extends Frontier {
    ForwardFrontier() {
      super(-1);
    }

    void begin(Box box) {
      begin(box, box.startDiagonal(), box.beforeStart());
    }

    /**
     * Grows by one cost step and returns the diagonal on which it met {@code backward}.
     *
     * @param mayMeet whether the two are an odd number of diagonals apart, so that they can meet
     *     now
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

  /**
   * Cuts a box in two at a point of the path.
   *
   * @param before position on the old side
   * @param after position on the new side
   * @param headExact whether the part before the point is to be searched exactly
   * @param tailExact whether the part behind it is
   */
  record Split(int before, int after, boolean headExact, boolean tailExact) {
    /** Cuts where the frontiers have met on {@code diagonal}. */
    static Split meeting(int before, int diagonal) {
      return new Split(before, before - diagonal, true, true);
    }

    /** Cuts at a point that only the way from the start is known to be good for. */
    static Split trustingHead(int before, int diagonal) {
      return new Split(before, before - diagonal, true, false);
    }

    /** Cuts at a point that only the way to the end is known to be good for. */
    static Split trustingTail(int before, int diagonal) {
      return new Split(before, before - diagonal, false, true);
    }

    Box head(Box box) {
      return new Box(box.beforeStart(), before, box.afterStart(), after, headExact);
    }

    Box tail(Box box) {
      return new Box(before, box.beforeEnd(), after, box.afterEnd(), tailExact);
    }
  }
}
