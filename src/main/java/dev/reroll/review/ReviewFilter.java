package dev.reroll.review;

import dev.reroll.mail.Person;
import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.ChangelogCheck;
import dev.reroll.review.result.CommentAudit;
import dev.reroll.review.result.HunkMove;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.Review;
import dev.reroll.review.result.ReviewFlag;
import dev.reroll.review.result.SamePerson;
import dev.reroll.review.result.TagAudit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What of a review is looked at.
 *
 * @param patch 1-based number of the one patch in the new version, or, for one that is gone, in the
 *     old one; all where empty
 * @param kinds the sorts of change that are looked at; all where empty
 * @param mine whose comments and tags are looked at; everybody's where empty
 */
public record ReviewFilter(OptionalInt patch, Set<ChangeKind> kinds, Optional<Person> mine) {
  /** Looks at everything. */
  public static final ReviewFilter ALL =
      new ReviewFilter(OptionalInt.empty(), Set.of(), Optional.empty());

  public ReviewFilter {
    kinds = Set.copyOf(kinds);
  }

  /** Whether it leaves anything out. */
  public boolean isAll() {
    return equals(ALL);
  }

  /** Returns what is looked at; summary, cover letter and range-diff stay whole. */
  public Review apply(Review review) {
    return new Review(
        review.before(),
        review.after(),
        review.rangeDiff(),
        review.patches().stream().filter(this::takes).toList(),
        review.cover(),
        new ChangelogCheck(
            review.changelog().cover(),
            review.changelog().findings().stream().filter(f -> takes(f.patch())).toList()),
        new TagAudit(review.tags().findings().stream().filter(this::takes).toList()),
        new CommentAudit(
            review.comments().comments().stream().filter(c -> takes(c, review)).toList()),
        review.moves().stream().filter(this::takes).toList(),
        review.flags().stream().filter(this::takes).toList(),
        review.thread(),
        review.summary());
  }

  private boolean takes(PatchReview review) {
    return (kinds.isEmpty() || review.kinds().stream().anyMatch(kinds::contains))
        && (patch.isEmpty() || numberOf(review) == patch.getAsInt());
  }

  /**
   * Returns the number by which a patch is asked for: its new one or, where it is gone, its old.
   */
  public static int numberOf(PatchReview review) {
    return review.after().or(review::before).map(NumberedPatch::ordinal).orElseThrow();
  }

  private boolean takes(TagAudit.Finding finding) {
    return takes(finding.patch())
        && (mine.isEmpty() || finding.tag().person().filter(this::isMe).isPresent());
  }

  private boolean takes(CommentAudit.Comment comment, Review review) {
    boolean ofPatch =
        review.patches().stream()
            .filter(this::takes)
            .flatMap(taken -> taken.before().stream())
            .anyMatch(side -> side.ordinal() == comment.place().ordinal());
    boolean ofCover = comment.place().ordinal() == 0 && patch.isEmpty() && kinds.isEmpty();
    return (ofPatch || ofCover) && (mine.isEmpty() || isMe(comment.mail().from()));
  }

  private boolean isMe(Person person) {
    return mine.filter(me -> SamePerson.test(me, person)).isPresent();
  }

  private boolean takes(ReviewFlag flag) {
    return flag.patch().map(this::takes).orElse(patch.isEmpty() && kinds.isEmpty());
  }

  private boolean takes(HunkMove move) {
    return patch.isEmpty()
        || move.after().contains(patch.getAsInt())
        || move.before().contains(patch.getAsInt());
  }
}
