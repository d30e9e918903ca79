package dev.reroll.app;

import dev.reroll.series.LeftOut;
import dev.reroll.series.Lineage;
import dev.reroll.series.SeriesBag;
import java.util.List;

/**
 * Holds what was found in one mailbox.
 *
 * @param name as the user typed it
 * @param bag its series
 */
public record Mailbox(String name, SeriesBag bag) {
  List<Lineage> lineages() {
    return bag.lineages();
  }

  List<LeftOut> leftOut() {
    return bag.leftOut();
  }
}
