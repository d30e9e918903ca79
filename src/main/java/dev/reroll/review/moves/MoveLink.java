package dev.reroll.review.moves;

import java.util.Optional;
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

  /**
   * A patch that lines went from, or came to.
   *
   * @param title that of the patch or, of a pair, of the new one
   * @param ordinal its 1-based place in its version
   * @param partner the place of the patch that it is paired with in the other version
   * @param lines its changed lines
   */
  record MoveEnd(String title, int ordinal, Optional<Integer> partner, MovedLines lines) {
    boolean isAlone() {
      return partner.isEmpty();
    }
  }
}
