package dev.reroll.app;

import dev.reroll.patch.DiffParser;
import dev.reroll.patch.Patch;
import dev.reroll.review.Material;
import dev.reroll.review.Review;
import dev.reroll.review.Reviewer;
import dev.reroll.series.SeriesVersion;
import java.util.List;

/** Says what a comparison means to a reviewer. */
public final class ReviewSeries {
  private ReviewSeries() {}

  /**
   * Reviews {@code comparison}, whose bad spots were told when it was made.
   *
   * @param context unchanged lines around each change that it shows
   * @param talk what was said about any version of the series
   */
  public static Review review(Comparison comparison, int context, Material.Talk talk) {
    return Reviewer.review(
        new Material(
            parsed(comparison.versions().before()),
            parsed(comparison.versions().after()),
            comparison.result(),
            comparison.twins(),
            context,
            talk));
  }

  private static Material.Version parsed(SeriesVersion version) {
    List<Patch> patches =
        version.patches().stream()
            .map(mail -> DiffParser.parse(mail.diff(), mail.diffWhere(), alreadyTold -> {}))
            .toList();
    return new Material.Version(version, patches);
  }
}
