package dev.reroll.align;

import dev.reroll.linediff.DiffEngine;
import dev.reroll.linediff.TwoHalves;
import java.util.List;

/**
 * Keeps what turning an old diff part into a new one costs, as a bound until the pair is diffed.
 *
 * <p>The cost is the number of lines of the diff with 3 lines of context. It holds every line that
 * is not common to both and at least one hunk header, so {@code lines(before) + lines(after) − 2 ×
 * common + 1} is never above it. Equal parts, whose diff is empty, are not asked for here.
 *
 * <p>Memory: an int for each pair. Costs do not depend on the creation factor and are kept.
 */
final class PairCosts {
  /** So many pairs that a second thread pays. */
  private static final long MANY = 20_000;

  private final List<DiffPart> before;
  private final List<DiffPart> after;
  private final AlignEvents events;
  private final DiffEngine engine = new DiffEngine();

  /** By new and old patch: the cost, or −1 − bound while only a bound is known. */
  private final int[][] cells;

  PairCosts(List<DiffPart> before, List<DiffPart> after, AlignEvents events) {
    this.before = before;
    this.after = after;
    this.events = events;
    cells = new int[after.size()][before.size()];
    new Bounding(new SharedLines(before, lineCount())).run();
    events.occurred(AlignEvent.PAIR, (long) before.size() * after.size());
  }

  /** Fills all cells with bounds; where there are many, every other row in another thread. */
  private final class Bounding implements TwoHalves.Work {
    private final SharedLines shared;
    private final CostBound bound = new CostBound(before);

    Bounding(SharedLines shared) {
      this.shared = shared;
    }

    void run() {
      if ((long) before.size() * after.size() >= MANY) {
        TwoHalves.run(this);
      } else {
        fill(shared, 0, 1);
      }
    }

    @Override
    public void run(int half) {
      fill(half == 0 ? shared : new SharedLines(shared), half, 2);
    }

    private void fill(SharedLines counting, int first, int step) {
      for (int j = first; j < cells.length; j += step) {
        DiffPart part = after.get(j);
        counting.addTo(cells[j], part);
        bound.replace(cells[j], part);
      }
    }
  }

  private int lineCount() {
    int highest = -1;
    for (List<DiffPart> side : List.of(before, after)) {
      for (DiffPart part : side) {
        for (int line : part.lines()) {
          highest = Math.max(highest, line);
        }
      }
    }
    return highest + 1;
  }

  /** Returns the cost of the pair or, while it was not diffed, a bound that is never above it. */
  int low(int beforeIndex, int afterIndex) {
    int cell = cells[afterIndex][beforeIndex];
    return cell < 0 ? ~cell : cell;
  }

  /** Reads what is known of a new patch into {@code known}, by old one. */
  void readRow(int afterIndex, Cells known) {
    int[] row = cells[afterIndex];
    int[] low = known.low;
    boolean[] exact = known.exact;
    for (int i = 0; i < row.length; i++) {
      int cell = row[i];
      low[i] = cell < 0 ? ~cell : cell;
      exact[i] = cell >= 0;
    }
  }

  /** Reads what is known of an old patch into {@code known}, by new one. */
  void readColumn(int beforeIndex, Cells known) {
    int[][] rows = cells;
    int[] low = known.low;
    boolean[] exact = known.exact;
    for (int j = 0; j < rows.length; j++) {
      int cell = rows[j][beforeIndex];
      low[j] = cell < 0 ? ~cell : cell;
      exact[j] = cell >= 0;
    }
  }

  boolean isExact(int beforeIndex, int afterIndex) {
    return cells[afterIndex][beforeIndex] >= 0;
  }

  /** Returns the cost of the pair, which it diffs the first time. */
  int exact(int beforeIndex, int afterIndex) {
    int cell = cells[afterIndex][beforeIndex];
    if (cell < 0) {
      cell = engine.printedLength(before.get(beforeIndex).lines(), after.get(afterIndex).lines());
      cells[afterIndex][beforeIndex] = cell;
      events.occurred(AlignEvent.PAIR_DIFFED);
    }
    return cell;
  }
}
