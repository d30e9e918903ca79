package dev.reroll.align;

import dev.reroll.align.AlignEvents.AlignEvent;
import dev.reroll.align.Costs.Cells;
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

  /**
   * Bounds the length of the diff of two diff parts from below, by how many lines they have in
   * common.
   *
   * <p>A diff that keeps k lines prints the other {@code lines(before) + lines(after) − 2k}, one
   * hunk header, and of the kept ones:
   *
   * <ul>
   *   <li>all but what lies deeper than 3 lines above the first change or below the last, which
   *       takes a common start or end of 4 lines;
   *   <li>all but what lies deeper than 3 lines in a gap of more than 6, which takes 8 lines and
   *       another header.
   * </ul>
   *
   * <p>So at most k − 3 lines stay unprinted, and at most k − 7 where the parts differ within their
   * first and their last 4 lines. The more lines are kept the lower the bound, so k is taken as the
   * number of lines in common.
   */
  private static final class CostBound {
    private static final int CONTEXT = 3;

    private final int[] lineCounts;
    private final int[] heads;
    private final int[] tails;

    /** Takes in the old parts. */
    CostBound(List<DiffPart> before) {
      lineCounts = new int[before.size()];
      heads = new int[before.size()];
      tails = new int[before.size()];
      for (int i = 0; i < lineCounts.length; i++) {
        int[] lines = before.get(i).lines();
        lineCounts[i] = lines.length;
        heads[i] = head(lines);
        tails[i] = tail(lines);
      }
    }

    /**
     * Replaces, by old patch, the number of lines in common with {@code after} by −1 − the bound.
     */
    void replace(int[] shared, DiffPart after) {
      int[] lines = after.lines();
      int head = head(lines);
      int tail = tail(lines);
      for (int i = 0; i < shared.length; i++) {
        int common = shared[i];
        int bound = lineCounts[i] + lines.length + 1 - common;
        if (common > CONTEXT) {
          int printed = heads[i] == head || tails[i] == tail ? CONTEXT : 2 * CONTEXT + 1;
          bound -= Math.max(0, common - printed);
        }
        shared[i] = ~bound;
      }
    }

    /** Returns a number that two parts whose first 4 lines are equal have in common. */
    private static int head(int[] lines) {
      int hash = 0;
      for (int k = 0; k <= CONTEXT && k < lines.length; k++) {
        hash = 31 * hash + lines[k];
      }
      return hash;
    }

    /** Returns a number that two parts whose last 4 lines are equal have in common. */
    private static int tail(int[] lines) {
      int hash = 0;
      for (int k = 1; k <= CONTEXT + 1 && k <= lines.length; k++) {
        hash = 31 * hash + lines[lines.length - k];
      }
      return hash;
    }
  }

  /**
   * Counts how many lines an old and a new diff part have in common, for all pairs at once.
   *
   * <p>An inverted index: for each line, the old parts that have it and how often. A new part then
   * only visits the old parts that share a line with it. A line that occurs twice in one and three
   * times in the other counts twice.
   *
   * <pre>
   *  line "+}" → old 0 three times, old 4 once        new 7 has it twice:
   *                                                   2 in common with old 0, 1 with old 4
   * </pre>
   *
   * <p>Time and memory: linear in the lines, plus one addition for each pair and different line
   * they share.
   */
  private static final class SharedLines {
    private final int[] firstPosting;
    private final int[] patches;
    private final int[] repeats;
    private final int[] occurrences;

    /**
     * Indexes the old parts; {@code lineCount} is above every id, those of the new parts as well.
     */
    SharedLines(List<DiffPart> before, int lineCount) {
      occurrences = new int[lineCount];
      firstPosting = new int[lineCount + 1];
      for (DiffPart part : before) {
        for (int line : part.lines()) {
          if (occurrences[line]++ == 0) {
            firstPosting[line + 1]++;
          }
        }
        forget(part);
      }
      for (int line = 0; line < lineCount; line++) {
        firstPosting[line + 1] += firstPosting[line];
      }
      patches = new int[firstPosting[lineCount]];
      repeats = new int[patches.length];
      fill(before);
    }

    /** Counts by the index of {@code other}, beside it in another thread. */
    SharedLines(SharedLines other) {
      occurrences = new int[other.occurrences.length];
      firstPosting = other.firstPosting;
      patches = other.patches;
      repeats = other.repeats;
    }

    private void fill(List<DiffPart> before) {
      int[] next = firstPosting.clone();
      for (int patch = 0; patch < before.size(); patch++) {
        DiffPart part = before.get(patch);
        count(part);
        for (int line : part.lines()) {
          if (occurrences[line] > 0) {
            patches[next[line]] = patch;
            repeats[next[line]] = occurrences[line];
            next[line]++;
            occurrences[line] = 0;
          }
        }
      }
    }

    /**
     * Adds to {@code shared}, by old patch, how many lines each has in common with {@code after}.
     */
    void addTo(int[] shared, DiffPart after) {
      count(after);
      for (int line : after.lines()) {
        int mine = occurrences[line];
        if (mine > 0) {
          int end = firstPosting[line + 1];
          for (int p = firstPosting[line]; p < end; p++) { // No calls: a short run interprets this.
            int theirs = repeats[p];
            shared[patches[p]] += mine < theirs ? mine : theirs;
          }
          occurrences[line] = 0;
        }
      }
    }

    private void count(DiffPart part) {
      for (int line : part.lines()) {
        occurrences[line]++;
      }
    }

    private void forget(DiffPart part) {
      for (int line : part.lines()) {
        occurrences[line] = 0;
      }
    }
  }
}
