package dev.reroll.align;

/**
 * Assigns a row to each column as git does, and finds out as few costs as it can.
 *
 * <p>The steps are those of R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for
 * dense and sparse linear assignment problems", 1987: {@link ColumnReduction} with the transfer of
 * its reductions, {@link RowReduction} twice, {@link Augmentation}. The last departs from the paper
 * where git does, so the result is often but not always of least total cost; and ties abound, as
 * dummies are all alike. An optimal solver would give other matches than git.
 *
 * <p>Why it is the same as with all costs at hand: a step reads a cost only to compare it. If the
 * bound alone is on one side of what it is compared with, so is the cost, which is never lower, and
 * the comparison is decided; if not, the cost is found out before comparing. Bounds therefore never
 * decide anything that costs would decide otherwise, and every step leaves the same state.
 *
 * <pre>
 *   cheapest so far 12     bound 15: dearer, whatever the cost      never diffed
 *                          bound 11: undecided                      diffed, costs 14: dearer
 * </pre>
 *
 * <p>Time O(n³) at worst, in practice a few times n². Memory O(n) beside the costs.
 */
final class Assignment {
  private Assignment() {}

  /** Returns, for each column, the row assigned to it, or a negative number. */
  static int[] solve(Costs costs, AlignEvents events) {
    AssignmentState state = new AssignmentState(costs, events);
    if (state.size < 2) {
      return new int[state.size];
    }
    new ColumnReduction(state).run();
    if (state.freeCount > 0) {
      new RowReduction(state).run();
      new Augmentation(state).run();
    }
    return state.rowOf;
  }
}
