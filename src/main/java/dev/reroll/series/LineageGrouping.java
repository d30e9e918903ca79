package dev.reroll.series;

import dev.reroll.mail.Envelope;
import dev.reroll.message.MessageId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Puts versions of the same work together: those with the same title, those that answer one
 * another, and those that share at least half of their patches' titles.
 */
final class LineageGrouping {
  private final List<VersionDraft> drafts;
  private final MailThread thread;
  private final int[] root;

  LineageGrouping(List<VersionDraft> drafts, MailThread thread) {
    this.drafts = drafts;
    this.thread = thread;
    this.root = new int[drafts.size()];
  }

  List<Lineage> lineages() {
    for (int i = 0; i < root.length; i++) {
      root[i] = i;
      for (int j = 0; j < i; j++) {
        if (rootOf(j) != rootOf(i) && areRelated(drafts.get(j), drafts.get(i))) {
          root[rootOf(i)] = rootOf(j);
        }
      }
    }
    Map<Integer, List<VersionDraft>> groups = new LinkedHashMap<>();
    for (int i = 0; i < root.length; i++) {
      groups.computeIfAbsent(rootOf(i), key -> new ArrayList<>()).add(drafts.get(i));
    }
    return groups.values().stream().map(LineageGrouping::lineage).toList();
  }

  private int rootOf(int index) {
    int at = index;
    while (root[at] != at) {
      at = root[at];
    }
    return at;
  }

  private boolean areRelated(VersionDraft one, VersionDraft other) {
    return normalised(one.title()).equals(normalised(other.title()))
        || answers(one, other)
        || answers(other, one)
        || sharePatches(one, other);
  }

  /** Says whether the first mail of {@code later} answers a mail of {@code earlier}. */
  private boolean answers(VersionDraft later, VersionDraft earlier) {
    return later
        .envelopes()
        .flatMap((Envelope envelope) -> thread.ancestors(envelope).stream())
        .anyMatch((MessageId id) -> earlier.holds(id));
  }

  private static boolean sharePatches(VersionDraft one, VersionDraft other) {
    Set<String> titles = new HashSet<>();
    one.patchTitles().forEach(title -> titles.add(normalised(title)));
    long common =
        other.patchTitles().stream().filter(title -> titles.contains(normalised(title))).count();
    int smaller = Math.min(one.patchTitles().size(), other.patchTitles().size());
    return common * 2 >= smaller && common > 0;
  }

  private static String normalised(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }

  private static Lineage lineage(List<VersionDraft> drafts) {
    List<SeriesVersion> versions = LabelOrder.sorted(drafts);
    return new Lineage(versions.get(versions.size() - 1).title(), versions);
  }
}
