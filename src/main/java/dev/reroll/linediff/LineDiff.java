package dev.reroll.linediff;

import java.util.List;

/**
 * Diffs two sequences of lines exactly as git does, once.
 *
 * <p>Lines are ids of a {@link LineTable}. Who diffs often keeps a {@link DiffEngine}, which tells
 * how it is done; these methods make one each time and can be called from any thread.
 */
public final class LineDiff {
  private LineDiff() {}

  /** Returns the edits that are printed, in order: with the indent heuristic. */
  public static List<Edit> edits(int[] before, int[] after, LineTable lines) {
    return new DiffEngine().edits(before, after, lines);
  }

  /**
   * Returns the edits that are printed with 0 lines of context, which git finds a little
   * differently: see {@link DiffEngine#editsWithoutContext}.
   */
  public static List<Edit> editsWithoutContext(int[] before, int[] after, LineTable lines) {
    return new DiffEngine().editsWithoutContext(before, after, lines);
  }

  /** Returns the edits without the indent heuristic, in order. */
  public static List<Edit> plainEdits(int[] before, int[] after) {
    return new DiffEngine().plainEdits(before, after);
  }

  /**
   * Returns how many lines the diff with 3 lines of context has, hunk headers included; 0 for equal
   * sides.
   */
  public static int printedLength(int[] before, int[] after) {
    return new DiffEngine().printedLength(before, after);
  }
}
