package dev.reroll.linediff;

/**
 * Says how badly a split, or the sum of several, reads: the lower, the better.
 *
 * <p>The weights are git's, found there by trying them on many repositories; other weights would
 * move other groups.
 *
 * @param effectiveIndent the indents of what the splits stand above
 * @param badness the sum of what speaks against them
 */
record SplitScore(int effectiveIndent, int badness) implements Comparable<SplitScore> {
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
