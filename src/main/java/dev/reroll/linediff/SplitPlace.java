package dev.reroll.linediff;

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
record SplitPlace(boolean atEnd, int own, int above, int blanksAbove, int below, int blanksBelow) {
  private static final int MOST_BLANKS = 20;

  /** Looks around the split above {@code lines[index]}; {@code index} may be the line count. */
  static SplitPlace measure(int[] lines, int index, LineTable table) {
    int blanksAbove = 0;
    int above = LineTable.BLANK;
    for (int i = index - 1; i >= 0 && above == LineTable.BLANK; i--) {
      above = table.indent(lines[i]);
      blanksAbove += above == LineTable.BLANK ? 1 : 0;
      above = blanksAbove == MOST_BLANKS ? 0 : above;
    }
    int blanksBelow = 0;
    int below = LineTable.BLANK;
    for (int i = index + 1; i < lines.length && below == LineTable.BLANK; i++) {
      below = table.indent(lines[i]);
      blanksBelow += below == LineTable.BLANK ? 1 : 0;
      below = blanksBelow == MOST_BLANKS ? 0 : below;
    }
    boolean atEnd = index >= lines.length;
    int own = atEnd ? LineTable.BLANK : table.indent(lines[index]);
    return new SplitPlace(atEnd, own, above, blanksAbove, below, blanksBelow);
  }

  /** Says whether so many blank lines lie around that counting stopped. */
  boolean blanksCut() {
    return blanksAbove == MOST_BLANKS || blanksBelow == MOST_BLANKS;
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
