package dev.reroll.linediff;

/**
 * Places a group of changed lines by the indentation around it.
 *
 * <p>Both ends of a group split the text in two. A split reads well above a line that is indented
 * little, below blank lines, and not in the middle of a block; {@link SplitScore} puts that into
 * numbers. Of all the places where a group can stand, the one whose two splits read best is taken,
 * the lowest of equals. At most 100 places are looked at, and no further up than the group is long.
 */
final class IndentHeuristic implements Placement {
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
}
