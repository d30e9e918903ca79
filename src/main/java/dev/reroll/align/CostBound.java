package dev.reroll.align;

import java.util.List;

/**
 * Bounds the length of the diff of two diff parts from below, by how many lines they have in
 * common.
 *
 * <p>A diff that keeps k lines prints the other {@code lines(before) + lines(after) − 2k}, one hunk
 * header, and of the kept ones:
 *
 * <ul>
 *   <li>all but what lies deeper than 3 lines above the first change or below the last, which takes
 *       a common start or end of 4 lines;
 *   <li>all but what lies deeper than 3 lines in a gap of more than 6, which takes 8 lines and
 *       another header.
 * </ul>
 *
 * <p>So at most k − 3 lines stay unprinted, and at most k − 7 where the parts differ within their
 * first and their last 4 lines. The more lines are kept the lower the bound, so k is taken as the
 * number of lines in common.
 */
final class CostBound {
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

  /** Replaces, by old patch, the number of lines in common with {@code after} by −1 − the bound. */
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
