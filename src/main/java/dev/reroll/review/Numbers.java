package dev.reroll.review;

import dev.reroll.rangediff.Side;
import dev.reroll.review.result.PatchReview;
import dev.reroll.series.SeriesVersion;
import java.util.Optional;

/** Names patches as people do: {@code 3/7}. */
final class Numbers {
  private final SeriesVersion before;
  private final SeriesVersion after;

  Numbers(SeriesVersion before, SeriesVersion after) {
    this.before = before;
    this.after = after;
  }

  /** Returns the patch's number in the new version; for one that is gone, in the old one. */
  String of(PatchReview patch) {
    Optional<Side> current = patch.after();
    return current.isPresent()
        ? current.get().ordinal() + "/" + after.patches().size()
        : before.label()
            + " "
            + patch.before().orElseThrow().ordinal()
            + "/"
            + before.patches().size();
  }
}
