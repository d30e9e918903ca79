package dev.reroll.linediff;

import java.util.List;

/**
 * Covers edits that are printed together, with the unchanged lines around and between them.
 *
 * <p>Positions are 0-based and half-open, in lines.
 *
 * @param edits in order, at least one, all within the ranges
 */
public record HunkRange(
    int beforeStart, int beforeEnd, int afterStart, int afterEnd, List<Edit> edits) {
  public HunkRange {
    edits = List.copyOf(edits);
    if (edits.isEmpty()) {
      throw new IllegalArgumentException("hunk without an edit");
    }
    Edit first = edits.get(0);
    Edit last = edits.get(edits.size() - 1);
    boolean covered =
        beforeStart >= 0
            && afterStart >= 0
            && first.beforeStart() - beforeStart == first.afterStart() - afterStart
            && first.beforeStart() >= beforeStart
            && beforeEnd - last.beforeEnd() == afterEnd - last.afterEnd()
            && beforeEnd >= last.beforeEnd();
    if (!covered) {
      throw new IllegalArgumentException(
          "hunk " + beforeStart + ".." + beforeEnd + ", " + afterStart + ".." + afterEnd);
    }
  }
}
