package dev.reroll.render.review;

import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.render.color.ColorSlot;
import dev.reroll.render.text.FlagText;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.Review;
import dev.reroll.review.result.ReviewFlag;
import java.util.List;
import java.util.Optional;

/** Writes what a maintainer wants to know before merging, a line for each flag. */
final class ReviewFlags {
  private final Review review;
  private final ReviewPage page;

  ReviewFlags(Review review, ReviewPage page) {
    this.review = review;
    this.page = page;
  }

  /** Writes those that nothing else in a review says. */
  void write() {
    List<ReviewFlag> flags =
        review.flags().stream().filter(flag -> !flag.isSaidElsewhere()).toList();
    if (!flags.isEmpty()) {
      page.heading("Flags");
      flags.forEach(flag -> page.wrapped(ColorSlot.CONTEXT, "    ", "  " + words(flag)));
    }
  }

  /** Writes all of them and nothing else. */
  void writeAlone() {
    review.flags().forEach(flag -> page.wrapped(ColorSlot.CONTEXT, "  ", words(flag)));
  }

  private static String words(ReviewFlag flag) {
    return flag.patch().map(ReviewFlags::number).orElse("") + FlagText.of(flag);
  }

  private static String number(PatchReview patch) {
    Optional<Integer> after = patch.after().map(NumberedPatch::ordinal);
    return after.isPresent()
        ? "patch " + after.get() + ": "
        : "old patch " + patch.before().map(NumberedPatch::ordinal).orElseThrow() + ": ";
  }
}
