package dev.reroll.app.select;

import dev.reroll.mail.Person;
import dev.reroll.series.SearchPlan;
import dev.reroll.series.VersionLabel;
import java.util.List;
import java.util.Optional;

/**
 * Which versions of the named sources are compared, and which series where a mailbox holds several.
 *
 * @param labels none, one or two, the older version's first: with none, the version that was named
 *     (of a mailbox, the newest) and the one before it
 * @param latest whether the newest version takes the place of the one that was named
 * @param series a number in a mailbox's list of series, or a part of a title; empty for the one
 *     that fits
 * @param since the older version is the last one that this person answered or tagged
 */
public record Selection(
    List<VersionLabel> labels, boolean latest, Optional<String> series, Optional<Person> since) {
  /** Selects the version that was named and the one before it. */
  public static final Selection DEFAULT =
      new Selection(List.of(), false, Optional.empty(), Optional.empty());

  public Selection {
    labels = List.copyOf(labels);
    if (labels.size() > 2) {
      throw new IllegalArgumentException(labels + " are more than two versions");
    }
  }

  /** Whether nothing in particular is asked for. */
  boolean isDefault() {
    return labels.isEmpty() && !latest && series.isEmpty() && since.isEmpty();
  }

  /** Returns the label of the older version, where one is given. */
  Optional<VersionLabel> before() {
    return labels.isEmpty() ? Optional.empty() : Optional.of(labels.get(0));
  }

  /** Returns the label of the newer version, where two are given. */
  Optional<VersionLabel> after() {
    return labels.size() < 2 ? Optional.empty() : Optional.of(labels.get(1));
  }

  /** Whether the newest version takes the place of the one that a mail belongs to. */
  boolean takesNewest() {
    return latest || since.isPresent();
  }

  /** Returns how much of a series must be found for it. */
  SearchPlan.Aim aim() {
    return takesNewest() || !labels.isEmpty() ? SearchPlan.Aim.ALL : SearchPlan.Aim.PREDECESSOR;
  }
}
