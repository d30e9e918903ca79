package dev.reroll.app;

import dev.reroll.message.Refusal;
import dev.reroll.series.Lineage;
import dev.reroll.series.SeriesVersion;
import dev.reroll.series.VersionLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Picks the two versions to compare: from one mailbox the newest and the one before it, from two
 * the newest of each, unless the user wishes otherwise.
 */
final class VersionPicker {
  private final VersionWish wish;
  private final List<String> remarks = new ArrayList<>();

  VersionPicker(VersionWish wish) {
    this.wish = wish;
  }

  /** Picks two versions of one mailbox. */
  VersionPair pick(Mailbox mailbox) throws Refusal {
    Lineage lineage = lineage(mailbox, Optional.empty());
    SeriesVersion after =
        wish.after().isPresent() ? find(lineage, wish.after().get(), mailbox) : lineage.newest();
    Optional<SeriesVersion> asked = Optional.empty();
    if (wish.before().isPresent()) {
      SeriesVersion found = find(lineage, wish.before().get(), mailbox);
      asked = found.equals(after) && wish.after().isEmpty() ? Optional.empty() : Optional.of(found);
    }
    Optional<SeriesVersion> before = asked.or(() -> lineage.before(after));
    if (before.isEmpty()) {
      throw nothingBefore(lineage, after, mailbox);
    }
    return pair(before.get(), after);
  }

  /** Picks one version of each mailbox. */
  VersionPair pick(Mailbox beforeBox, Mailbox afterBox) throws Refusal {
    Lineage newer = lineage(afterBox, Optional.empty());
    Lineage older = lineage(beforeBox, Optional.of(newer.title()));
    SeriesVersion before =
        wish.before().isPresent() ? find(older, wish.before().get(), beforeBox) : older.newest();
    SeriesVersion after =
        wish.after().isPresent() ? find(newer, wish.after().get(), afterBox) : newer.newest();
    return pair(before, after);
  }

  private VersionPair pair(SeriesVersion before, SeriesVersion after) {
    VersionLabel label = after.label();
    if (label.resend() && before.label().number() == label.number()) {
      remarks.add(label + " is marked as a resend of " + before.label());
    }
    return new VersionPair(before, after, remarks);
  }

  /**
   * Returns the series to look at: the one wished for, else the one with {@code title}, else one.
   */
  private Lineage lineage(Mailbox mailbox, Optional<String> title) throws Refusal {
    List<Lineage> lineages = mailbox.lineages();
    if (lineages.isEmpty()) {
      throw Refusal.nothingToCompare(
          "no patch in '" + mailbox.name() + "'",
          "a patch is a mail with a diff that is not a reply");
    }
    if (wish.series().isPresent()) {
      return wished(mailbox, wish.series().get());
    }
    Lineage chosen = standard(lineages, title);
    if (lineages.size() > 1) {
      remarks.add(lineages.size() + " series in '" + mailbox.name() + "': " + list(lineages));
      remarks.add("taking '" + chosen.title() + "'; choose another with --series");
    }
    return chosen;
  }

  private static Lineage standard(List<Lineage> lineages, Optional<String> title) {
    if (title.isPresent()) {
      for (Lineage lineage : lineages) {
        if (lineage.versions().stream().anyMatch(v -> v.title().equalsIgnoreCase(title.get()))) {
          return lineage;
        }
      }
    }
    Lineage most = lineages.get(0);
    for (Lineage lineage : lineages) {
      most = lineage.versions().size() > most.versions().size() ? lineage : most;
    }
    return most;
  }

  private static Lineage wished(Mailbox mailbox, String series) throws Refusal {
    List<Lineage> lineages = mailbox.lineages();
    if (series.matches("\\d{1,6}") && isIndex(Integer.parseInt(series) - 1, lineages)) {
      return lineages.get(Integer.parseInt(series) - 1);
    }
    String part = series.toLowerCase(Locale.ROOT);
    List<Lineage> matching =
        lineages.stream()
            .filter(lineage -> lineage.title().toLowerCase(Locale.ROOT).contains(part))
            .toList();
    if (matching.size() == 1) {
      return matching.get(0);
    }
    throw Refusal.nothingToCompare(
        (matching.isEmpty() ? "no series" : matching.size() + " series")
            + " in '"
            + mailbox.name()
            + "' called '"
            + series
            + "'",
        "it holds " + list(lineages));
  }

  private static boolean isIndex(int index, List<?> list) {
    return index >= 0 && index < list.size();
  }

  private static SeriesVersion find(Lineage lineage, VersionLabel label, Mailbox mailbox)
      throws Refusal {
    Optional<SeriesVersion> found = lineage.find(label);
    if (found.isEmpty()) {
      throw Refusal.nothingToCompare(
          "no version " + label + " in '" + mailbox.name() + "'", "it holds " + labels(lineage));
    }
    return found.get();
  }

  private static Refusal nothingBefore(Lineage lineage, SeriesVersion after, Mailbox mailbox) {
    if (lineage.versions().size() > 1) {
      return Refusal.nothingToCompare(
          "no version before " + after.label() + " in '" + mailbox.name() + "'",
          "it holds " + labels(lineage));
    }
    return Refusal.nothingToCompare(
        "only one version, " + after.label() + ", in '" + mailbox.name() + "'",
        "name the older version's mailbox first: reroll diff OLDER " + mailbox.name());
  }

  private static String labels(Lineage lineage) {
    return lineage.versions().stream()
        .map(version -> version.label().toString())
        .collect(Collectors.joining(", "));
  }

  private static String list(List<Lineage> lineages) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lineages.size(); i++) {
      Lineage lineage = lineages.get(i);
      text.append(i == 0 ? "" : "; ").append(i + 1).append(". '").append(lineage.title());
      text.append("' (").append(labels(lineage)).append(')');
    }
    return text.toString();
  }
}
