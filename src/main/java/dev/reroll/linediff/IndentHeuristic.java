package dev.reroll.linediff;

import dev.reroll.linediff.Compaction.GroupPlacement;
import dev.reroll.linediff.DiffEvents.DiffEvent;

/**
 * Places a group of changed lines by the indentation around it.
 *
 * <p>Both ends of a group split the text in two. A split reads well above a line that is indented
 * little, below blank lines, and not in the middle of a block; {@link SplitScore} puts that into
 * numbers. Of all the places where a group can stand, the one whose two splits read best is taken,
 * the lowest of equals. At most 100 places are looked at, and no further up than the group is long.
 */
final class IndentHeuristic implements GroupPlacement {
  private static final int WINDOW = 100;

  private final LineTable table;
  private final DiffEvents events;

  IndentHeuristic(LineTable table, DiffEvents events) {
    this.table = table;
    this.events = events;
  }

  @Override
  public int bestEnd(int[] lines, int size, int earliestEnd, int latestEnd) {
    int first = Math.max(earliestEnd, Math.max(latestEnd - size - 1, latestEnd - WINDOW));
    if (latestEnd - earliestEnd > WINDOW) {
      events.occurred(DiffEvent.INDENT_WINDOW_CUT);
    }
    int bestEnd = first;
    SplitScore best = score(lines, first, size);
    for (int end = first + 1; end <= latestEnd; end++) {
      SplitScore score = score(lines, end, size);
      if (score.compareTo(best) <= 0) {
        best = score;
        bestEnd = end;
      }
    }
    events.occurred(bestEnd == latestEnd ? DiffEvent.INDENT_KEPT_BOTTOM : DiffEvent.INDENT_MOVED);
    return bestEnd;
  }

  private SplitScore score(int[] lines, int end, int size) {
    return split(lines, end).plus(split(lines, end - size));
  }

  private SplitScore split(int[] lines, int index) {
    SplitPlace place = SplitPlace.measure(lines, index, table);
    if (place.blanksCut()) {
      events.occurred(DiffEvent.BLANK_RUN_CUT);
    }
    return SplitScore.of(place);
  }

  /**
   * How badly a split, or the sum of several, reads: the lower, the better.
   *
   * <p>The weights are git's, found there by trying them on many repositories; other weights would
   * move other groups.
   *
   * @param effectiveIndent the indents of what the splits stand above
   * @param badness the sum of what speaks against them
   */
  private record SplitScore(int effectiveIndent, int badness) implements Comparable<SplitScore> {
    private static final int AT_START = 1;
    private static final int AT_END = 21;
    private static final int BLANK_AROUND = -30;
    private static final int BLANK_AFTER = 6;
    private static final int DEEPER = -4;
    private static final int DEEPER_WITH_BLANK = 10;
    private static final int SHALLOWER = 23;
    private static final int SHALLOWER_WITH_BLANK = 17;
    private static final int BLOCK_OPENER = 24;
    private static final int BLOCK_OPENER_WITH_BLANK = 17;
    private static final int INDENT_WEIGHT = 60;

    /** Rates one split. */
    static SplitScore of(SplitPlace place) {
      int badness = BLANK_AROUND * place.blanksAround() + BLANK_AFTER * place.blanksAfter();
      badness += place.atStart() ? AT_START : 0;
      badness += place.atEnd() ? AT_END : 0;
      badness += indentBadness(place);
      return new SplitScore(place.effectiveIndent(), badness);
    }

    private static int indentBadness(SplitPlace place) {
      int effective = place.effectiveIndent();
      int above = place.above();
      if (effective == LineTable.BLANK || above == LineTable.BLANK || effective == above) {
        return 0;
      }
      boolean blank = place.blanksAround() > 0;
      if (effective > above) {
        return blank ? DEEPER_WITH_BLANK : DEEPER;
      }
      if (place.below() != LineTable.BLANK && place.below() > effective) {
        return blank ? BLOCK_OPENER_WITH_BLANK : BLOCK_OPENER;
      }
      return blank ? SHALLOWER_WITH_BLANK : SHALLOWER;
    }

    SplitScore plus(SplitScore other) {
      return new SplitScore(effectiveIndent + other.effectiveIndent, badness + other.badness);
    }

    /**
     * Compares the indents, a difference of any size weighing 60, and the badness.
     *
     * <p>Not an order to sort by: it is not transitive.
     */
    @Override
    public int compareTo(SplitScore other) {
      return INDENT_WEIGHT * Integer.signum(effectiveIndent - other.effectiveIndent)
          + (badness - other.badness);
    }
  }

  /**
   * Measures what is around a split of a text above one of its lines.
   *
   * <p>Indents are in columns; {@link LineTable#BLANK} stands for a blank line or none at all.
   *
   * @param atEnd whether the split is behind the last line
   * @param own indent of the line below the split
   * @param above indent of the nearest line above that is not blank
   * @param blanksAbove how many blank lines lie between
   * @param below indent of the nearest line behind the own one that is not blank
   * @param blanksBelow how many blank lines lie between
   */
  private record SplitPlace(
      boolean atEnd, int own, int above, int blanksAbove, int below, int blanksBelow) {
    private static final int MAX_BLANKS = 20;

    /** Looks around the split above {@code lines[index]}; {@code index} may be the line count. */
    static SplitPlace measure(int[] lines, int index, LineTable table) {
      int blanksAbove = 0;
      int above = LineTable.BLANK;
      for (int i = index - 1; i >= 0 && above == LineTable.BLANK; i--) {
        above = table.indent(lines[i]);
        blanksAbove += above == LineTable.BLANK ? 1 : 0;
        above = blanksAbove == MAX_BLANKS ? 0 : above;
      }
      int blanksBelow = 0;
      int below = LineTable.BLANK;
      for (int i = index + 1; i < lines.length && below == LineTable.BLANK; i++) {
        below = table.indent(lines[i]);
        blanksBelow += below == LineTable.BLANK ? 1 : 0;
        below = blanksBelow == MAX_BLANKS ? 0 : below;
      }
      boolean atEnd = index >= lines.length;
      int own = atEnd ? LineTable.BLANK : table.indent(lines[index]);
      return new SplitPlace(atEnd, own, above, blanksAbove, below, blanksBelow);
    }

    /** Whether so many blank lines lie around that counting stopped. */
    boolean blanksCut() {
      return blanksAbove == MAX_BLANKS || blanksBelow == MAX_BLANKS;
    }

    boolean atStart() {
      return above == LineTable.BLANK && blanksAbove == 0;
    }

    /** Returns how many blank lines follow the split, the own one included. */
    int blanksAfter() {
      return own == LineTable.BLANK ? 1 + blanksBelow : 0;
    }

    int blanksAround() {
      return blanksAbove + blanksAfter();
    }

    /** Returns the indent of what the split stands above, blank lines skipped. */
    int effectiveIndent() {
      return own == LineTable.BLANK ? below : own;
    }
  }
}
