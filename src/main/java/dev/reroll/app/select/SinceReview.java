package dev.reroll.app.select;

import dev.reroll.problem.Refusal;
import dev.reroll.review.tags.OwnText;
import dev.reroll.series.Conversation;
import dev.reroll.series.Lineage;
import dev.reroll.series.SeriesVersion;

/** The choice of the last version that a reviewer answered or tagged as the older side. */
final class SinceReview {
  private SinceReview() {}

  /** Returns {@code picked}, or where the selection names a reviewer, with his last version. */
  static VersionPair of(
      Selection selection, VersionPair picked, Lineage lineage, Conversation conversation)
      throws Refusal {
    if (selection.since().isEmpty()) {
      return picked;
    }
    OwnText words = new OwnText(selection.since().get(), conversation);
    int newest = lineage.versions().indexOf(picked.after());
    for (int i = newest - 1; i >= 0; i--) {
      SeriesVersion version = lineage.versions().get(i);
      if (words.areOn(version)) {
        return new VersionPair(
            version,
            picked.after(),
            VersionPair.link(lineage, version, picked.after()),
            picked.remarks());
      }
    }
    throw Refusal.nothingToCompare(
        "no reply or tag from "
            + selection.since().get()
            + " was found for a version before "
            + picked.after().label());
  }
}
