package dev.reroll.linediff;

/**
 * Replaces the lines {@code [beforeStart, beforeEnd)} of the old side by {@code [afterStart,
 * afterEnd)} of the new one.
 *
 * <p>Positions are 0-based and half-open, in lines. At most one of the two ranges is empty; where
 * it is, its start says between which lines the other side has more.
 */
public record Edit(int beforeStart, int beforeEnd, int afterStart, int afterEnd) {
  public Edit {
    if (beforeStart < 0 || beforeEnd < beforeStart || afterStart < 0 || afterEnd < afterStart) {
      throw new IllegalArgumentException(
          "edit " + beforeStart + ".." + beforeEnd + ", " + afterStart + ".." + afterEnd);
    }
    if (beforeStart == beforeEnd && afterStart == afterEnd) {
      throw new IllegalArgumentException("edit at " + beforeStart + " changes nothing");
    }
  }
}
