package dev.reroll.render.json;

import dev.reroll.rangediff.RangeDiff;
import dev.reroll.rangediff.TitleTwin;
import dev.reroll.series.LeftOut;
import dev.reroll.series.Link;
import dev.reroll.series.SeriesVersion;
import java.util.List;
import java.util.Optional;

/**
 * What a comparison says, ready to be written.
 *
 * @param before the older version
 * @param after the newer version
 * @param link why the newer one is held to follow the older one, where it is the next
 * @param result what changed
 * @param twins patches with the same title that were not paired
 * @param leftOut mails that took no part
 * @param remarks what the user should know, a line each
 */
public record ComparisonDocument(
    SeriesVersion before,
    SeriesVersion after,
    Optional<Link> link,
    RangeDiff result,
    List<TitleTwin> twins,
    List<LeftOut> leftOut,
    List<String> remarks) {
  public ComparisonDocument {
    twins = List.copyOf(twins);
    leftOut = List.copyOf(leftOut);
    remarks = List.copyOf(remarks);
  }
}
