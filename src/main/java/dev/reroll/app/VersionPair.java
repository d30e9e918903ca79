package dev.reroll.app;

import dev.reroll.series.Lineage;
import dev.reroll.series.Link;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names the two versions that are compared.
 *
 * @param before the older one
 * @param after the newer one
 * @param link why the newer one is held to follow the older one; none where it does not, or where
 *     they were found in two places
 * @param remarks what the user should know of the choice, a line each
 */
public record VersionPair(
    SeriesVersion before, SeriesVersion after, Optional<Link> link, List<String> remarks) {
  public VersionPair {
    remarks = List.copyOf(remarks);
  }

  /** Finds the link from {@code after} to {@code before}, where that is the one it follows. */
  static Optional<Link> link(Lineage lineage, SeriesVersion before, SeriesVersion after) {
    return lineage.link(after).filter(link -> link.before().equals(before.label()));
  }

  /** Returns the same with more to know. */
  VersionPair withRemarks(List<String> more) {
    List<String> all = new ArrayList<>(remarks);
    all.addAll(more);
    return new VersionPair(before, after, link, all);
  }
}
