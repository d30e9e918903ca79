package dev.reroll.render.review;

import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.render.color.ColorSlot;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.Review;
import dev.reroll.review.result.ReviewFlag;
import dev.reroll.review.result.ReviewFlag.Change;
import dev.reroll.review.result.ReviewFlag.Kind;
import java.util.Optional;

/** Writes what a maintainer wants to know before merging, a line for each flag. */
final class ReviewFlags {
  private final Review review;
  private final ReviewPage page;

  ReviewFlags(Review review, ReviewPage page) {
    this.review = review;
    this.page = page;
  }

  void write() {
    if (!review.flags().isEmpty()) {
      page.heading("Flags");
      review.flags().forEach(flag -> page.wrapped(ColorSlot.CONTEXT, "    ", "  " + words(flag)));
    }
  }

  private static String words(ReviewFlag flag) {
    boolean isPair = flag.patch().isEmpty();
    String what = String.join(isPair ? " → " : ", ", flag.what());
    return flag.patch().map(ReviewFlags::number).orElse("")
        + words(flag.kind(), flag.change())
        + what;
  }

  private static String number(PatchReview patch) {
    Optional<Integer> after = patch.after().map(NumberedPatch::ordinal);
    return after.isPresent()
        ? "patch " + after.get() + ": "
        : "old patch " + patch.before().map(NumberedPatch::ordinal).orElseThrow() + ": ";
  }

  private static String words(Kind kind, Change change) {
    return switch (kind) {
      case SENDER_SIGN_OFF -> "not signed off by its sender: ";
      case AUTHOR_SIGN_OFF -> "not signed off by its author: ";
      case UAPI -> "UAPI" + words(change);
      case EXPORTED_SYMBOL -> "exported symbols" + words(change);
      case KCONFIG -> "Kconfig" + words(change);
      case DEVICE_TREE_BINDING -> "device-tree bindings" + words(change);
      case FIXES -> "Fixes" + words(change);
      case STABLE -> "Cc: stable" + words(change);
      case TREE -> "tree" + words(change);
      case BASE -> "base" + words(change);
    };
  }

  private static String words(Change change) {
    return switch (change) {
      case ADDED -> ", new in this version: ";
      case DROPPED -> ", dropped: ";
      case CHANGED -> ", changed: ";
    };
  }
}
