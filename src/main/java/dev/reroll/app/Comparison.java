package dev.reroll.app;

import dev.reroll.rangediff.RangeDiff;
import dev.reroll.rangediff.TitleTwin;
import dev.reroll.render.json.ComparisonDocument;
import dev.reroll.series.LeftOut;
import java.util.List;
import java.util.Optional;

/**
 * Holds a finished comparison and what the user should know of how it came about.
 *
 * @param versions the two versions
 * @param result what changed between them
 * @param twins patches with the same title that were not paired
 * @param leftOut mails that took no part
 * @param inTree the patches that were compared, where they are not as they were mailed
 */
public record Comparison(
    VersionPair versions,
    RangeDiff result,
    List<TitleTwin> twins,
    List<LeftOut> leftOut,
    Optional<BothSides<TreePatches>> inTree) {
  public Comparison {
    twins = List.copyOf(twins);
    leftOut = List.copyOf(leftOut);
  }

  /** Returns all of it, to be written as JSON. */
  public ComparisonDocument document() {
    return new ComparisonDocument(
        versions.before(),
        versions.after(),
        versions.link(),
        result,
        twins,
        leftOut,
        versions.remarks());
  }
}
