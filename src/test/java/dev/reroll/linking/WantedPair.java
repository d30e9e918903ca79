package dev.reroll.linking;

import dev.reroll.message.MessageId;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A link that the manifest asks for, with the mails that the versions are named by.
 *
 * @param wanted the link
 * @param before a mail of the older version
 * @param after a mail of the newer one
 */
record WantedPair(Wanted wanted, MessageId before, MessageId after) {
  /** What became of it. */
  enum Outcome {
    /** The newer version follows the older one. */
    FOUND,
    /**
     * It does so by way of a version that the manifest leaves out: incomplete, or another list's.
     */
    BY_WAY,
    /** It does not. */
    MISSED
  }

  /** Returns the pairs of {@code rows} whose versions are there. */
  static List<WantedPair> of(List<ManifestRow> rows, ManifestMatch match) {
    List<WantedPair> pairs = new ArrayList<>();
    for (ManifestRow row : rows) {
      List<SeriesVersion> found = match.find(row);
      List<Wanted> wanted = row.wanted();
      for (int i = 1; i < found.size(); i++) {
        MessageId before = found.get(i - 1).id().orElseThrow();
        MessageId after = found.get(i).id().orElseThrow();
        pairs.add(new WantedPair(wanted.get(i - 1), before, after));
      }
    }
    return pairs;
  }

  /** Returns what became of it among the versions of {@code grouped}. */
  Outcome outcome(Grouped grouped) {
    Optional<SeriesVersion> newer = grouped.holding(after);
    Optional<SeriesVersion> at = newer.flatMap(grouped::before);
    boolean isFirst = true;
    while (at.isPresent()) {
      if (at.get().holds(before)) {
        return isFirst ? Outcome.FOUND : Outcome.BY_WAY;
      }
      isFirst = false;
      at = grouped.before(at.get());
    }
    return Outcome.MISSED;
  }
}
