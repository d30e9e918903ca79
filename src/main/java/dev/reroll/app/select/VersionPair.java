package dev.reroll.app.select;

import dev.reroll.problem.Notice;
import dev.reroll.series.LeftOut;
import dev.reroll.series.Lineage;
import dev.reroll.series.Link;
import dev.reroll.series.SeriesVersion;
import java.util.List;
import java.util.Optional;

/**
 * Two versions that were picked.
 *
 * @param before the older one
 * @param after the newer one
 * @param link why the newer one is held to follow the older one; none where it does not, or where
 *     they were found in two places
 * @param remarks what the user should know of the choice, a line each
 */
record VersionPair(
    SeriesVersion before, SeriesVersion after, Optional<Link> link, List<Notice> remarks) {
  VersionPair {
    remarks = List.copyOf(remarks);
  }

  /** Finds the link from {@code after} to {@code before}, where that is the one it follows. */
  static Optional<Link> link(Lineage lineage, SeriesVersion before, SeriesVersion after) {
    return lineage.link(after).filter(link -> link.before().equals(before.label()));
  }

  /** Returns the two with what was said about them. */
  SelectedVersions in(Discussion discussion, List<LeftOut> leftOut) {
    return new SelectedVersions(
        new SelectedVersion.Mailed(before),
        new SelectedVersion.Mailed(after),
        link,
        discussion,
        leftOut,
        remarks);
  }
}
