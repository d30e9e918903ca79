package dev.reroll.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts the versions of one lineage by label, oldest first: by number, a resend behind what it
 * resends, a second posting of the same label behind the first.
 *
 * <p>RFCs have a row of numbers of their own (RFC v3 may be followed by v1), so both rows are
 * sorted and then merged: an RFC goes before a version of the same or a higher number, and before
 * one of a lower number if it was sent earlier.
 */
final class LabelOrder {
  private LabelOrder() {}

  static List<SeriesVersion> sorted(List<VersionDraft> drafts) {
    List<VersionDraft> forComments = row(drafts, true);
    List<VersionDraft> forReal = row(drafts, false);
    List<VersionDraft> merged = new ArrayList<>();
    int taken = 0;
    for (VersionDraft draft : forReal) {
      while (taken < forComments.size() && isBefore(forComments.get(taken), draft)) {
        merged.add(forComments.get(taken++));
      }
      merged.add(draft);
    }
    merged.addAll(forComments.subList(taken, forComments.size()));
    return labelled(merged);
  }

  private static List<VersionDraft> row(List<VersionDraft> drafts, boolean rfc) {
    List<VersionDraft> row = new ArrayList<>(drafts);
    row.removeIf(draft -> draft.label().rfc() != rfc);
    row.sort(LabelOrder::compare);
    return row;
  }

  private static int compare(VersionDraft one, VersionDraft other) {
    int byNumber = Integer.compare(one.label().number(), other.label().number());
    if (byNumber != 0) {
      return byNumber;
    }
    int byMinor = Integer.compare(one.label().minor(), other.label().minor());
    if (byMinor != 0) {
      return byMinor;
    }
    int byResend = Boolean.compare(one.label().resend(), other.label().resend());
    return byResend != 0 ? byResend : dateOf(one).compareTo(dateOf(other));
  }

  private static Instant dateOf(VersionDraft draft) {
    return draft.date().orElse(Instant.MAX);
  }

  private static boolean isBefore(VersionDraft rfc, VersionDraft other) {
    if (rfc.label().number() <= other.label().number()) {
      return true;
    }
    return dateOf(rfc).isBefore(dateOf(other));
  }

  /** Builds the versions; of those with one label, the first complete one bears it plainly. */
  private static List<SeriesVersion> labelled(List<VersionDraft> drafts) {
    Map<String, Integer> seen = new HashMap<>();
    Map<VersionDraft, VersionLabel> labels = new HashMap<>();
    List<VersionDraft> completeFirst = new ArrayList<>(drafts);
    completeFirst.sort((one, other) -> Boolean.compare(other.isComplete(), one.isComplete()));
    for (VersionDraft draft : completeFirst) {
      int times = seen.merge(draft.label().toString(), 1, Integer::sum) - 1;
      labels.put(draft, draft.label().repeated(times));
    }
    List<SeriesVersion> versions = new ArrayList<>();
    drafts.forEach(draft -> versions.add(draft.build(labels.getOrDefault(draft, draft.label()))));
    return versions;
  }
}
