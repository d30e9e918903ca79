package dev.reroll.align;

import dev.reroll.linediff.DiffEngine;
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
    SharedLines shared = new SharedLines(before, lineCount());
    CostBound bound = new CostBound(before);
    for (int j = 0; j < cells.length; j++) {
      DiffPart part = after.get(j);
      shared.addTo(cells[j], part);
      bound.replace(cells[j], part);
      for (int i = 0; i < cells[j].length; i++) {
        cells[j][i] = ~cells[j][i];
      }
    }
    events.occurred(AlignEvent.PAIR, (long) before.size() * after.size());
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
