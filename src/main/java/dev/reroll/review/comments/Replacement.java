package dev.reroll.review.comments;

import dev.reroll.review.code.SourceFile;
import dev.reroll.review.material.LineWords;
import java.util.List;
import java.util.Optional;

/**
 * Finds the line that a patch puts in the place of one that it removes: the one most like it among
 * those that are added in the same run of changes.
 *
 * <pre>
 *   lock(queue);
 *  -ret = send(queue, 0);              removed
 *  +ret = send(queue, flags,           ← in its place
 *  +           timeout);
 *   unlock(queue);
 * </pre>
 */
final class Replacement {
  private static final double LIKE = 0.5;
  private static final double SAME_HEAD = 0.7;

  private final List<SourceFile.Line> lines;
  private final int start;
  private final int end;

  private Replacement(List<SourceFile.Line> lines, int index) {
    int first = index;
    while (first > 0 && lines.get(first - 1).isChanged()) {
      first--;
    }
    int last = index + 1;
    while (last < lines.size() && lines.get(last).isChanged()) {
      last++;
    }
    this.lines = lines;
    this.start = first;
    this.end = last;
  }

  /** Returns the index of what stands for the removed line at {@code index}. */
  static Optional<Integer> of(List<SourceFile.Line> lines, int index) {
    return new Replacement(lines, index).find(index);
  }

  private Optional<Integer> find(int removed) {
    Optional<Integer> best = Optional.empty();
    double most = 0;
    for (int i = start; i < end; i++) {
      double alike = likeness(removed, i);
      if (lines.get(i).sign() == '+' && alike > Math.max(most, LIKE) && !isOfAnother(removed, i)) {
        most = alike;
        best = Optional.of(i);
      }
    }
    return best;
  }

  /** Whether another line that is removed is more like it. */
  private boolean isOfAnother(int removed, int added) {
    double alike = likeness(removed, added);
    for (int i = start; i < end; i++) {
      if (i != removed && lines.get(i).sign() == '-' && likeness(i, added) > alike) {
        return true;
      }
    }
    return false;
  }

  private double likeness(int one, int other) {
    String text = lines.get(other).text();
    double alike = LineWords.of(lines.get(one).text()).likeness(LineWords.of(text));
    return LineWords.beginAlike(lines.get(one).text(), text) ? Math.max(alike, SAME_HEAD) : alike;
  }
}
