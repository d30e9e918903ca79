package dev.reroll.linediff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;

/**
 * The shortest edits between two sequences of words, paragraphs, or whatever people read as units.
 *
 * <p>Equal ends are cut off; what is left is diffed by java-diff-utils, whose {@code MyersDiff} is
 * E. Myers, "An O(ND) difference algorithm and its variations", 1986, section 2. Unlike the diff of
 * lines nothing here need be git's.
 *
 * <pre>
 * reads two bytes        0 1 2        one edit: 1..2 becomes 1..3
 * reads at most bytes    0 1 2 3
 * </pre>
 *
 * <p>Time is at worst the square of what is left. So with more than {@value #MAX_UNITS} units on
 * both sides together nothing is searched: all that lies between the equal ends is one edit. Twice
 * as many took 25 ms at the worst. How the units are cut, and whether the edits make sense to a
 * reader, is for the caller to judge.
 */
final class WordDiff {
  static final int MAX_UNITS = 800;

  private WordDiff() {}

  /** Returns the edits that turn {@code before} into {@code after}, in order. */
  static <T> List<Edit> edits(List<T> before, List<T> after) {
    int shorter = Math.min(before.size(), after.size());
    int head = 0;
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    int beforeEnd = before.size();
    int afterEnd = after.size();
    while (beforeEnd > head
        && afterEnd > head
        && before.get(beforeEnd - 1).equals(after.get(afterEnd - 1))) {
      beforeEnd--;
      afterEnd--;
    }
    return between(head, before.subList(head, beforeEnd), after.subList(head, afterEnd));
  }

  private static <T> List<Edit> between(int head, List<T> before, List<T> after) {
    int count = before.size() + after.size();
    if (count == 0) {
      return List.of();
    }
    if (before.isEmpty() || after.isEmpty() || count > MAX_UNITS) {
      return List.of(new Edit(head, head + before.size(), head, head + after.size()));
    }
    List<Edit> edits = new ArrayList<>();
    for (AbstractDelta<T> delta : DiffUtils.diff(before, after, new MyersDiff<T>()).getDeltas()) {
      Chunk<T> old = delta.getSource();
      Chunk<T> current = delta.getTarget();
      int beforeStart = head + old.getPosition();
      int afterStart = head + current.getPosition();
      edits.add(
          new Edit(beforeStart, beforeStart + old.size(), afterStart, afterStart + current.size()));
    }
    return edits;
  }
}
