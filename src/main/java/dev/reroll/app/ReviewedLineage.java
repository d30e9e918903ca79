package dev.reroll.app;

import dev.reroll.series.Lineage;
import java.util.List;

/**
 * Holds a lineage with its pairs reviewed.
 *
 * @param lineage its versions
 * @param pairs a review for each link of the lineage, in their order, and then the pair that was
 *     asked for, where that is another one
 * @param remarks what the user should know of how it came about, a line each
 */
public record ReviewedLineage(Lineage lineage, List<ReviewedPair> pairs, List<String> remarks) {
  public ReviewedLineage {
    pairs = List.copyOf(pairs);
    remarks = List.copyOf(remarks);
  }
}
