package dev.reroll.review.result;

import dev.reroll.rangediff.BodyHunk;

/**
 * What sort of change one hunk of a pair's difference shows.
 *
 * @param hunk the hunk, as the range-diff has it
 * @param kind the most serious sort of change in it; {@link ChangeKind#CONTEXT} where it shows only
 *     unchanged lines, headings, or the same changed lines in another place of the text
 */
public record HunkReview(BodyHunk hunk, ChangeKind kind) {
  /** Whether it can be folded away: it shows nothing that anyone wrote. */
  public boolean isNoise() {
    return kind.isNoise();
  }
}
