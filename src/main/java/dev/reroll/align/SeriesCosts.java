package dev.reroll.align;

import java.util.BitSet;
import java.util.List;

/**
 * Lays the costs of two series out as git does: rows are the new patches, columns the old ones, and
 * both go on with as many dummies as the other has patches.
 *
 * <pre>
 *              old patches     dummies
 *  new patches pair costs      creation     an exact match costs 0, whatever else is
 *  dummies     deletion        0            in its row or column 65536
 * </pre>
 *
 * <p>65536 is a number like any other here: what costs more wins over it.
 */
final class SeriesCosts implements Costs {
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

  /** Returns what creating or deleting each of {@code parts} costs; exact matches are not to be. */
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
