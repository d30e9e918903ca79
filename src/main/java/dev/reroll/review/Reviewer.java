package dev.reroll.review;

import dev.reroll.review.Summaries.Numbers;
import dev.reroll.review.changelog.ChangelogChecker;
import dev.reroll.review.changelog.SeriesNames;
import dev.reroll.review.code.PatchSource;
import dev.reroll.review.comments.CommentAuditor;
import dev.reroll.review.comments.ThreadStateFinder;
import dev.reroll.review.cover.CoverComparison;
import dev.reroll.review.flags.FlagFinder;
import dev.reroll.review.flags.FlagRules;
import dev.reroll.review.material.Material;
import dev.reroll.review.moves.MoveFinder;
import dev.reroll.review.result.ChangelogCheck;
import dev.reroll.review.result.HunkMove;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.Review;
import dev.reroll.review.result.TagAudit;
import dev.reroll.review.tags.TagAuditor;
import java.util.List;

/** Makes a review: patch by patch first, then what goes across them. */
public final class Reviewer {
  private Reviewer() {}

  /**
   * Reviews {@code material}. Takes time about linear in the changed lines, and, for moved hunks,
   * in the number of pairs of changed patches.
   *
   * @param rules which paths are flagged
   */
  public static Review review(Material material, FlagRules rules) {
    List<PatchSource> before = sources(material.before());
    List<PatchSource> after = sources(material.after());
    List<PatchReview> patches = new PatchReviews(material, before, after).all();
    TagAudit tags = TagAuditor.audit(material, patches);
    PatchSource.Both sources = new PatchSource.Both(before, after);
    List<HunkMove> moves = MoveFinder.find(patches, before, after);
    Numbers numbers = new Numbers(material.before().version(), material.after().version());
    ChangelogCheck changelog =
        ChangelogChecker.check(material, patches, moves, new SeriesNames(patches, sources));
    FlagFinder.Findings findings = new FlagFinder.Findings(tags, changelog);
    return new Review(
        material.before().version(),
        material.after().version(),
        material.comparison(),
        patches,
        CoverComparison.of(material.before().version().cover(), material.after().version().cover()),
        changelog,
        tags,
        CommentAuditor.audit(material, patches, sources),
        moves,
        FlagFinder.find(material, patches, rules, findings),
        ThreadStateFinder.find(material),
        Summaries.of(patches, tags, numbers));
  }

  private static List<PatchSource> sources(Material.Version version) {
    return version.patches().stream().map(PatchSource::of).toList();
  }
}
