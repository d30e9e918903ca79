package dev.reroll.app.compare;

import dev.reroll.app.prepare.PreparedVersion;
import dev.reroll.app.prepare.PreparedVersions;
import dev.reroll.app.select.Discussion;
import dev.reroll.app.select.SelectedVersions;
import dev.reroll.problem.Notice;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.rangediff.RangeDiffer.TitleTwin;
import dev.reroll.render.json.ComparisonJson.ComparisonDocument;
import dev.reroll.review.Reviewer;
import dev.reroll.review.flags.FlagRules;
import dev.reroll.review.material.Material;
import dev.reroll.review.result.Review;
import dev.reroll.series.LeftOut;
import java.util.List;

/**
 * A finished range-diff, and what it was made from.
 *
 * @param prepared the two versions
 * @param result what changed between them
 * @param twins patches with the same title that were not paired
 * @param context unchanged lines around each change
 */
public record Comparison(
    PreparedVersions prepared, RangeDiff result, List<TitleTwin> twins, int context) {
  public Comparison {
    twins = List.copyOf(twins);
  }

  /** Returns the two versions as they were selected. */
  public SelectedVersions versions() {
    return prepared.selected();
  }

  /** Returns the mails that took no part. */
  public List<LeftOut> leftOut() {
    return versions().leftOut();
  }

  /** Returns the same as {@link #review(FlagRules)}, with the flags of the usual projects. */
  public Review review() {
    return review(FlagRules.STANDARD);
  }

  /** Returns what the comparison means to a reviewer, with all that was said about the versions. */
  public Review review(FlagRules rules) {
    Discussion discussion = versions().discussion();
    return Reviewer.review(
        new Material(
            material(prepared.before()),
            material(prepared.after()),
            result,
            twins,
            context,
            new Material.Talk(discussion.conversation(), discussion.versions())),
        rules);
  }

  private static Material.Version material(PreparedVersion version) {
    return new Material.Version(version.version(), version.patches());
  }

  /** Returns all of it, to be written as JSON. */
  public ComparisonDocument document() {
    return new ComparisonDocument(
        versions().before(),
        versions().after(),
        versions().link(),
        result,
        twins,
        leftOut(),
        Notice.lines(versions().remarks()));
  }
}
