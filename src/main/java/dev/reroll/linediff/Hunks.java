package dev.reroll.linediff;

import java.util.ArrayList;
import java.util.List;

/** Groups edits into hunks. */
public final class Hunks {
  private Hunks() {}

  /**
   * Returns the hunks for {@code edits} with {@code context} unchanged lines around, in order.
   *
   * <p>Edits at most twice the context apart share a hunk.
   *
   * @param edits in order, as {@link DiffEngine} gives them
   * @param beforeCount number of lines of the old side
   * @param afterCount number of lines of the new side
   */
  public static List<HunkRange> group(
      List<Edit> edits, int context, int beforeCount, int afterCount) {
    if (context < 0) {
      throw new IllegalArgumentException("context of " + context + " lines");
    }
    if (!edits.isEmpty()) {
      checkFit(edits.get(edits.size() - 1), beforeCount, afterCount);
    }
    List<HunkRange> hunks = new ArrayList<>();
    int first = 0;
    while (first < edits.size()) {
      int next = first + 1;
      while (next < edits.size() && gap(edits, next) <= 2L * context) {
        next++;
      }
      List<Edit> group = edits.subList(first, next);
      hunks.add(
          range(group, context, Math.min(context, remaining(group, beforeCount, afterCount))));
      first = next;
    }
    return hunks;
  }

  /** The same lines must follow the last edit on both sides. */
  private static void checkFit(Edit last, int beforeCount, int afterCount) {
    int remaining = beforeCount - last.beforeEnd();
    if (remaining < 0 || remaining != afterCount - last.afterEnd()) {
      throw new IllegalArgumentException(
          last + " is not the last of " + beforeCount + " and " + afterCount + " lines");
    }
  }

  private static long gap(List<Edit> edits, int index) {
    return (long) edits.get(index).beforeStart() - edits.get(index - 1).beforeEnd();
  }

  private static int remaining(List<Edit> group, int beforeCount, int afterCount) {
    Edit last = group.get(group.size() - 1);
    return Math.min(beforeCount - last.beforeEnd(), afterCount - last.afterEnd());
  }

  private static HunkRange range(List<Edit> group, int context, int trailing) {
    Edit first = group.get(0);
    Edit last = group.get(group.size() - 1);
    int leading = Math.min(context, Math.min(first.beforeStart(), first.afterStart()));
    return new HunkRange(
        first.beforeStart() - leading,
        last.beforeEnd() + trailing,
        first.afterStart() - leading,
        last.afterEnd() + trailing,
        group);
  }

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
}
