package dev.reroll.app;

import dev.reroll.series.SearchPlan;
import dev.reroll.series.VersionLabel;
import java.util.List;

/**
 * Says which versions of a series are asked for.
 *
 * @param labels none for the version that the named mail belongs to and the one before it; one for
 *     that version and the one that is named; two, the older one first
 * @param latest whether the newest version takes the place of the one that the mail belongs to
 */
public record SeriesWish(List<VersionLabel> labels, boolean latest) {
  /** Asks for the version that the mail belongs to and the one before it. */
  public static final SeriesWish ANY = new SeriesWish(List.of(), false);

  public SeriesWish {
    labels = List.copyOf(labels);
    if (labels.size() > 2) {
      throw new IllegalArgumentException(labels + " are more than two versions");
    }
  }

  /** Returns what must be found for it. */
  public SearchPlan.Aim aim() {
    return latest || !labels.isEmpty() ? SearchPlan.Aim.ALL : SearchPlan.Aim.PREDECESSOR;
  }
}
