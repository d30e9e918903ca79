package dev.reroll.review.moves;

import java.util.Set;

/**
 * Says that lines went from one patch to another.
 *
 * @param anchors the lines that show it
 * @param taken all lines that went
 */
record MoveLink(MoveEnd source, MoveEnd target, Set<String> anchors, MovedLines.Taken taken) {
  MoveLink {
    anchors = Set.copyOf(anchors);
  }

  /** Returns the share of all changed lines of the old patch, 0 to 100. */
  int percentOfSource() {
    return 100 * taken.lineCount() / source.lines().changedCount();
  }

  /** Returns the share of all changed lines of the new patch, 0 to 100. */
  int percentOfTarget() {
    return 100 * taken.lineCount() / target.lines().changedCount();
  }
}
