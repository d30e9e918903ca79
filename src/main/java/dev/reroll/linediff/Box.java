package dev.reroll.linediff;

/**
 * Bounds a part of the search: the kept lines {@code [beforeStart, beforeEnd)} against {@code
 * [afterStart, afterEnd)}.
 *
 * @param exact whether only a meeting of the frontiers may split it
 */
record Box(int beforeStart, int beforeEnd, int afterStart, int afterEnd, boolean exact) {
  boolean hasEmptySide() {
    return beforeStart == beforeEnd || afterStart == afterEnd;
  }

  int size() {
    return beforeEnd - beforeStart + afterEnd - afterStart;
  }

  int startDiagonal() {
    return beforeStart - afterStart;
  }

  int endDiagonal() {
    return beforeEnd - afterEnd;
  }

  int lowestDiagonal() {
    return beforeStart - afterEnd;
  }

  int highestDiagonal() {
    return beforeEnd - afterStart;
  }

  /** Returns the box without the equal lines at its start and at its end. */
  Box strip(int[] before, int[] after) {
    int top = beforeStart;
    int topAfter = afterStart;
    while (top < beforeEnd && topAfter < afterEnd && before[top] == after[topAfter]) {
      top++;
      topAfter++;
    }
    int bottom = beforeEnd;
    int bottomAfter = afterEnd;
    while (bottom > top && bottomAfter > topAfter && before[bottom - 1] == after[bottomAfter - 1]) {
      bottom--;
      bottomAfter--;
    }
    return new Box(top, bottom, topAfter, bottomAfter, exact);
  }
}
