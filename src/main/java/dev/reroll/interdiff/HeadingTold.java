package dev.reroll.interdiff;

import dev.reroll.message.Octets;
import java.util.List;
import java.util.Optional;

/**
 * Holds the heading that a hunk has, which tells of the lines above it that no mail shows: one of
 * them is the heading, or, where a line further up that the series brings is it, none.
 *
 * @param above all that stands above the hunk
 */
record HeadingTold(List<Piece> above, Octets heading) {
  /** Lets {@code base} keep what it tells. */
  void teach(BaseFile base) {
    int hidden = above.size() - 1;
    while (hidden >= 0 && above.get(hidden).baseIndex(0) == Piece.NOWHERE) {
      if (headingIn(above.get(hidden), base).isPresent()) {
        return;
      }
      hidden--;
    }
    if (hidden < 0) {
      return;
    }
    Piece run = above.get(hidden);
    int end = run.baseIndex(0) + run.length();
    if (isFromAbove(hidden, base)) {
      base.learnNoHeading(run.baseIndex(0), end);
    } else {
      base.learnHeading(end, heading);
    }
  }

  /** Says whether the lines that were added right above the run at {@code index} have it. */
  private boolean isFromAbove(int index, BaseFile base) {
    return index > 0
        && above.get(index - 1).baseIndex(0) == Piece.NOWHERE
        && headingIn(above.get(index - 1), base).filter(heading::equals).isPresent();
  }

  private static Optional<Octets> headingIn(Piece piece, BaseFile base) {
    for (int i = piece.length() - 1; i >= 0; i--) {
      Optional<Octets> found = piece.line(i, base).flatMap(HeadingRule.STANDARD::headingOfWhole);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
