package dev.reroll.linediff;

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
