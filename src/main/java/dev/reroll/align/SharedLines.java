package dev.reroll.align;

import java.util.List;

/**
 * Counts how many lines an old and a new diff part have in common, for all pairs at once.
 *
 * <p>An inverted index: for each line, the old parts that have it and how often. A new part then
 * only visits the old parts that share a line with it. A line that occurs twice in one and three
 * times in the other counts twice.
 *
 * <pre>
 *  line "+}" → old 0 three times, old 4 once        new 7 has it twice:
 *                                                   2 in common with old 0, 1 with old 4
 * </pre>
 *
 * <p>Time and memory: linear in the lines, plus one addition for each pair and different line they
 * share.
 */
final class SharedLines {
  private final int[] firstPosting;
  private final int[] patches;
  private final int[] repeats;
  private final int[] occurrences;

  /** Indexes the old parts; {@code lineCount} is above every id, those of the new parts as well. */
  SharedLines(List<DiffPart> before, int lineCount) {
    occurrences = new int[lineCount];
    firstPosting = new int[lineCount + 1];
    for (DiffPart part : before) {
      for (int line : part.lines()) {
        if (occurrences[line]++ == 0) {
          firstPosting[line + 1]++;
        }
      }
      forget(part);
    }
    for (int line = 0; line < lineCount; line++) {
      firstPosting[line + 1] += firstPosting[line];
    }
    patches = new int[firstPosting[lineCount]];
    repeats = new int[patches.length];
    fill(before);
  }

  /** Counts by the index of {@code other}, beside it in another thread. */
  SharedLines(SharedLines other) {
    occurrences = new int[other.occurrences.length];
    firstPosting = other.firstPosting;
    patches = other.patches;
    repeats = other.repeats;
  }

  private void fill(List<DiffPart> before) {
    int[] next = firstPosting.clone();
    for (int patch = 0; patch < before.size(); patch++) {
      DiffPart part = before.get(patch);
      count(part);
      for (int line : part.lines()) {
        if (occurrences[line] > 0) {
          patches[next[line]] = patch;
          repeats[next[line]] = occurrences[line];
          next[line]++;
          occurrences[line] = 0;
        }
      }
    }
  }

  /** Adds to {@code shared}, by old patch, how many lines each has in common with {@code after}. */
  void addTo(int[] shared, DiffPart after) {
    count(after);
    for (int line : after.lines()) {
      int mine = occurrences[line];
      if (mine > 0) {
        int end = firstPosting[line + 1];
        for (int p = firstPosting[line]; p < end; p++) { // No calls: a short run interprets this.
          int theirs = repeats[p];
          shared[patches[p]] += mine < theirs ? mine : theirs;
        }
        occurrences[line] = 0;
      }
    }
  }

  private void count(DiffPart part) {
    for (int line : part.lines()) {
      occurrences[line]++;
    }
  }

  private void forget(DiffPart part) {
    for (int line : part.lines()) {
      occurrences[line] = 0;
    }
  }
}
