package dev.reroll.linediff;

/** Chooses where a group of changed lines ends that could stand in several places. */
@FunctionalInterface
interface Placement {
  /** Leaves every group as far down as it goes. */
  Placement BOTTOM =
      new Placement() { // No lambda: class-data archives leave out those of an interface.
        @Override
        public int bestEnd(int[] lines, int size, int earliestEnd, int latestEnd) {
          return latestEnd;
        }
      };

  /**
   * Returns the end that reads best.
   *
   * @param lines all lines of the side
   * @param size how many lines the group has
   * @param earliestEnd the first end that it can have
   * @param latestEnd the last one
   */
  int bestEnd(int[] lines, int size, int earliestEnd, int latestEnd);
}
