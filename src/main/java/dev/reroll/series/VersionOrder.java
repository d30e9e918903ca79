package dev.reroll.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts versions in the order in which they were sent.
 *
 * <p>Mails that were sent go by their dates, by label where these are equal. What {@code git
 * format-patch} wrote carries the authors' dates, which a rebase keeps, so it goes by label: by
 * number, a resend behind what it resends. RFCs have a row of numbers of their own there (RFC v3
 * may be followed by v1): an RFC goes before a version of the same or a higher number, and before
 * one of a lower number if it was written earlier.
 */
final class VersionOrder {
  private VersionOrder() {}

  static List<VersionDraft> sorted(List<VersionDraft> drafts) {
    List<VersionDraft> sorted = new ArrayList<>(drafts);
    if (drafts.stream().allMatch(VersionDraft::isSent)) {
      sorted.sort(VersionOrder::compareByDate);
      return sorted;
    }
    return byLabel(sorted);
  }

  private static List<VersionDraft> byLabel(List<VersionDraft> drafts) {
    List<VersionDraft> forComments = row(drafts, true);
    List<VersionDraft> merged = new ArrayList<>();
    int taken = 0;
    for (VersionDraft draft : row(drafts, false)) {
      while (taken < forComments.size() && isBefore(forComments.get(taken), draft)) {
        merged.add(forComments.get(taken++));
      }
      merged.add(draft);
    }
    merged.addAll(forComments.subList(taken, forComments.size()));
    return merged;
  }

  private static List<VersionDraft> row(List<VersionDraft> drafts, boolean rfc) {
    List<VersionDraft> row = new ArrayList<>(drafts);
    row.removeIf(draft -> draft.label().rfc() != rfc);
    row.sort(VersionOrder::compareByLabel);
    return row;
  }

  private static int compareByDate(VersionDraft one, VersionDraft other) {
    int byDate = dateOf(one).compareTo(dateOf(other));
    if (byDate != 0) {
      return byDate;
    }
    int byNumber = compareByNumber(one.label(), other.label());
    return byNumber != 0 ? byNumber : Boolean.compare(other.label().rfc(), one.label().rfc());
  }

  private static int compareByLabel(VersionDraft one, VersionDraft other) {
    int byNumber = compareByNumber(one.label(), other.label());
    return byNumber != 0 ? byNumber : dateOf(one).compareTo(dateOf(other));
  }

  private static int compareByNumber(VersionLabel one, VersionLabel other) {
    int byNumber = Integer.compare(one.number(), other.number());
    int byMinor = byNumber != 0 ? byNumber : Integer.compare(one.minor(), other.minor());
    return byMinor != 0 ? byMinor : Boolean.compare(one.resend(), other.resend());
  }

  private static Instant dateOf(VersionDraft draft) {
    return draft.date().orElse(Instant.MAX);
  }

  private static boolean isBefore(VersionDraft rfc, VersionDraft other) {
    return rfc.label().number() <= other.label().number() || dateOf(rfc).isBefore(dateOf(other));
  }
}
