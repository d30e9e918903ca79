package dev.reroll.review.result;

import dev.reroll.rangediff.RangeDiff;
import dev.reroll.series.SeriesVersion;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the comparison of two versions means to a reviewer.
 *
 * @param before the older version
 * @param after the newer version
 * @param rangeDiff the comparison itself, as {@code reroll diff} prints it
 * @param patches what became of each patch, in the order in which they are printed; here patches
 *     with equal titles are one entry, even if the range-diff does not pair them
 * @param cover how the cover letter changed; empty where neither version has one
 * @param changelog what the author says of the changes, beside what they are
 * @param tags what became of the tags that people gave
 * @param comments what became of the lines that people commented on
 * @param moves hunks that went from one patch to another
 * @param flags what a maintainer wants to know before merging
 * @param thread what the thread says of the versions as a whole
 * @param summary the counts and the last line
 */
public record Review(
    SeriesVersion before,
    SeriesVersion after,
    RangeDiff rangeDiff,
    List<PatchReview> patches,
    Optional<CoverReview> cover,
    ChangelogCheck changelog,
    TagAudit tags,
    CommentAudit comments,
    List<HunkMove> moves,
    List<ReviewFlag> flags,
    ThreadState thread,
    ReviewSummary summary) {
  public Review {
    patches = List.copyOf(patches);
    moves = List.copyOf(moves);
    flags = List.copyOf(flags);
  }

  /**
   * Counts patches by what became of them, and says it in a line.
   *
   * @param counts patches by their most serious sort of change; sorts that do not occur are left
   *     out
   * @param anotherLook those that a reviewer should read again, new ones included
   * @param sentence what a person would say: {@code 2 of 7 need another look: 3/7 code, 5/7 code; 1
   *     new; tags lost on 2/7}
   */
  public record ReviewSummary(
      Map<ChangeKind, Integer> counts, List<PatchReview> anotherLook, String sentence) {
    public ReviewSummary {
      Map<ChangeKind, Integer> sorted = new EnumMap<>(ChangeKind.class);
      sorted.putAll(counts);
      counts = Collections.unmodifiableMap(sorted);
      anotherLook = List.copyOf(anotherLook);
    }
  }
}
