package dev.reroll.align;

import dev.reroll.align.AlignEvents.AlignEvent;
import dev.reroll.align.Alignment.Match;
import dev.reroll.align.Costs.Cells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Decides which old patch became which new patch, exactly as git does.
 *
 * <p>Patches with equal diff parts are matched first. For the others the cost of a pair is the
 * length of the diff of their diffs, to drop or create a patch costs a share of its size, and the
 * assignment is of least total cost, or what git takes for it: see {@link Assignment}.
 *
 * <p>Most pairs are never diffed, since a bound on their cost decides: of 1000 × 1000 changed
 * patches about one in a thousand is. What was diffed is kept, so aligning again with another
 * creation factor is cheap. Memory: 4 octets for each pair. Not for several threads at once.
 */
public final class Aligner {
  /** How many pairs of patches fit: their bounds take 256 MB. */
  public static final long MAX_PAIRS = 1L << 26;

  private final List<DiffPart> before;
  private final List<DiffPart> after;
  private final AlignEvents events;
  private final ExactMatches exactMatches;
  private final PairCosts pairs;

  /**
   * Takes two series in their order; the line ids of all parts are of one table.
   *
   * @throws IllegalArgumentException if they make more pairs than {@link #MAX_PAIRS}
   */
  public Aligner(List<DiffPart> before, List<DiffPart> after) {
    this(before, after, AlignEvents.IGNORED);
  }

  /** Takes two series, and tells {@code events} which branches their alignment takes. */
  public Aligner(List<DiffPart> before, List<DiffPart> after, AlignEvents events) {
    if ((long) before.size() * after.size() > MAX_PAIRS) {
      throw new IllegalArgumentException(before.size() + " × " + after.size() + " patches");
    }
    this.before = List.copyOf(before);
    this.after = List.copyOf(after);
    this.events = events;
    exactMatches = new ExactMatches(this.before, this.after, events);
    pairs = new PairCosts(this.before, this.after, events);
  }

  /** Aligns two series once. */
  public static Alignment align(
      List<DiffPart> before, List<DiffPart> after, CreationFactor factor) {
    return new Aligner(before, after).align(factor);
  }

  /** Aligns the two series with this creation factor. */
  public Alignment align(CreationFactor factor) {
    int[] beforeOf = exactMatches.beforeByAfter();
    int[] rowOf = Assignment.solve(costs(factor), events);
    overwrite(beforeOf, rowOf);
    return describe(beforeOf);
  }

  /**
   * Returns what turning an old patch into a new one costs: the lines of the diff between their
   * diff parts, with 3 lines of context and hunk headers; 0 where they are equal. Indices are
   * 0-based.
   */
  public int cost(int beforeIndex, int afterIndex) {
    boolean equal = Arrays.equals(before.get(beforeIndex).lines(), after.get(afterIndex).lines());
    return equal ? 0 : pairs.exact(beforeIndex, afterIndex);
  }

  /** Puts what was assigned over the exact matches, old patch by old patch. */
  private void overwrite(int[] beforeOf, int[] rowOf) {
    for (int i = 0; i < before.size(); i++) {
      int row = rowOf[i];
      if (row >= 0 && row < after.size()) {
        beforeOf[row] = i;
      }
    }
  }

  private Costs costs(CreationFactor factor) {
    return new SeriesCosts(
        pairs,
        exactMatches,
        SeriesCosts.ofSide(before, factor, exactMatches.matchedBefore()),
        SeriesCosts.ofSide(after, factor, exactMatches.matchedAfter()));
  }

  private Alignment describe(int[] beforeOf) {
    List<Match> matches = new ArrayList<>();
    List<Integer> added = new ArrayList<>();
    BitSet shown = new BitSet();
    for (int j = 0; j < beforeOf.length; j++) {
      if (beforeOf[j] < 0) {
        added.add(j);
      } else {
        matches.add(new Match(beforeOf[j], j));
        events.occurred(AlignEvent.EXACT_MATCH_DOUBLED, shown.get(beforeOf[j]) ? 1 : 0);
        shown.set(beforeOf[j]);
      }
    }
    List<Integer> removed = new ArrayList<>();
    for (int i = shown.nextClearBit(0); i < before.size(); i = shown.nextClearBit(i + 1)) {
      removed.add(i);
      events.occurred(AlignEvent.EXACT_MATCH_LOST, exactMatches.hasBefore(i) ? 1 : 0);
    }
    return new Alignment(matches, removed, added);
  }

  /**
   * Lays the costs of two series out as git does: rows are the new patches, columns the old ones,
   * and both go on with as many dummies as the other has patches.
   *
   * <pre>
   *              old patches     dummies
   *  new patches pair costs      creation     an exact match costs 0, whatever else is
   *  dummies     deletion        0            in its row or column 65536
   * </pre>
   *
   * <p>65536 is a number like any other here: what costs more wins over it.
   */
  private static final class SeriesCosts implements Costs {
    private static final int FORBIDDING = 1 << 16;

    private final PairCosts pairs;
    private final ExactMatches exactMatches;
    private final int[] creation;
    private final int[] deletion;
    private final int[] matchedColumns;
    private final int[] matchedRows;

    SeriesCosts(PairCosts pairs, ExactMatches exactMatches, int[] deletion, int[] creation) {
      this.pairs = pairs;
      this.exactMatches = exactMatches;
      this.deletion = deletion;
      this.creation = creation;
      matchedColumns = places(exactMatches.matchedBefore());
      matchedRows = places(exactMatches.matchedAfter());
    }

    private static int[] places(BitSet set) {
      int[] places = new int[set.cardinality()];
      int count = 0;
      for (int place = set.nextSetBit(0); place >= 0; place = set.nextSetBit(place + 1)) {
        places[count++] = place;
      }
      return places;
    }

    /**
     * Returns what creating or deleting each of {@code parts} costs; exact matches are not to be.
     */
    static int[] ofSide(List<DiffPart> parts, CreationFactor factor, BitSet matched) {
      int[] costs = new int[parts.size()];
      for (int i = 0; i < costs.length; i++) {
        costs[i] = matched.get(i) ? FORBIDDING : factor.costOf(parts.get(i));
      }
      return costs;
    }

    @Override
    public int size() {
      return deletion.length + creation.length;
    }

    @Override
    public int low(int row, int column) {
      return isOpenPair(row, column) ? pairs.low(column, row) : settled(row, column);
    }

    @Override
    public boolean isExact(int row, int column) {
      return !isOpenPair(row, column) || pairs.isExact(column, row);
    }

    @Override
    public int exact(int row, int column) {
      return isOpenPair(row, column) ? pairs.exact(column, row) : settled(row, column);
    }

    @Override
    public void readRow(int row, Cells cells) {
      if (row >= creation.length) {
        cells.fill(deletion);
        cells.fill(deletion.length, size(), 0);
        return;
      }
      cells.fill(deletion.length, size(), creation[row]);
      if (exactMatches.hasAfter(row)) {
        cells.fill(0, deletion.length, FORBIDDING);
        cells.set(exactMatches.beforeOf(row), 0);
        return;
      }
      pairs.readRow(row, cells);
      for (int column : matchedColumns) {
        cells.set(column, FORBIDDING);
      }
    }

    @Override
    public void readColumn(int column, Cells cells) {
      if (column >= deletion.length) {
        cells.fill(creation);
        cells.fill(creation.length, size(), 0);
        return;
      }
      cells.fill(creation.length, size(), deletion[column]);
      if (exactMatches.hasBefore(column)) {
        cells.fill(0, creation.length, FORBIDDING);
        cells.set(exactMatches.afterOf(column), 0);
        return;
      }
      pairs.readColumn(column, cells);
      for (int row : matchedRows) {
        cells.set(row, FORBIDDING);
      }
    }

    /** Half of the columns are dummies, which are all alike. */
    @Override
    public boolean isLikeNextColumn(int column) {
      return column >= deletion.length && column + 1 < size();
    }

    @Override
    public boolean areAlikeRows(int row, int other) {
      return row >= creation.length && other >= creation.length;
    }

    private boolean isOpenPair(int row, int column) {
      return row < creation.length
          && column < deletion.length
          && !exactMatches.hasAfter(row)
          && !exactMatches.hasBefore(column);
    }

    private int settled(int row, int column) {
      if (row < creation.length && column < deletion.length) {
        return exactMatches.isMatch(column, row) ? 0 : FORBIDDING;
      }
      if (row < creation.length) {
        return creation[row];
      }
      return column < deletion.length ? deletion[column] : 0;
    }
  }
}
