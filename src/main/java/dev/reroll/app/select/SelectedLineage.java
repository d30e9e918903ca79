package dev.reroll.app.select;

import dev.reroll.problem.Notice;
import dev.reroll.series.Lineage;
import dev.reroll.series.Link;
import dev.reroll.series.SeriesVersion;
import dev.reroll.series.VersionLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All versions of a series, wherever they were found.
 *
 * @param lineage the versions and their links
 * @param named the version that the user named a mail of
 * @param asked two versions that are compared beside each version with the one it follows
 * @param discussion what was said about all of them
 * @param inquiries what was asked to find them; none for a mailbox, which was read whole
 * @param remarks what the user should know, a line each
 */
public record SelectedLineage(
    Lineage lineage,
    Optional<SeriesVersion> named,
    Optional<SelectedVersions> asked,
    Discussion discussion,
    List<Inquiry> inquiries,
    List<Notice> remarks) {
  public SelectedLineage {
    inquiries = List.copyOf(inquiries);
    remarks = List.copyOf(remarks);
  }

  /** Returns each version with the one that it follows, in their order, then the asked pair. */
  public List<SelectedVersions> pairs() {
    List<SelectedVersions> pairs = new ArrayList<>();
    for (Link link : lineage.links()) {
      pairs.add(
          new VersionPair(
                  version(link.before()), version(link.after()), Optional.of(link), List.of())
              .in(discussion, List.of()));
    }
    if (asked.isPresent() && pairs.stream().noneMatch(pair -> isSame(pair, asked.get()))) {
      pairs.add(asked.get());
    }
    return pairs;
  }

  private SeriesVersion version(VersionLabel label) {
    return lineage.versions().stream()
        .filter(version -> version.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isSame(SelectedVersions one, SelectedVersions other) {
    return one.before().label().equals(other.before().label())
        && one.after().label().equals(other.after().label());
  }
}
