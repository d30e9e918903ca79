package dev.reroll.review.moves;

import java.util.Optional;

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
