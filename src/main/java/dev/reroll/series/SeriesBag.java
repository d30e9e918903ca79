package dev.reroll.series;

import java.util.List;

/**
 * Holds all that was found in one mailbox.
 *
 * @param lineages the pieces of work, in the order in which they first appear
 * @param leftOut the mails that belong to none
 */
public record SeriesBag(List<Lineage> lineages, List<LeftOut> leftOut) {
  public SeriesBag {
    lineages = List.copyOf(lineages);
    leftOut = List.copyOf(leftOut);
  }
}
