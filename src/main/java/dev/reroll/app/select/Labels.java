package dev.reroll.app.select;

import dev.reroll.series.Lineage;
import dev.reroll.series.SeriesVersion;
import dev.reroll.series.VersionLabel;
import java.util.List;
import java.util.stream.Collectors;

/** Lists the versions of a series in words. */
final class Labels {
  private Labels() {}

  /** Returns the labels, oldest first: {@code v1, v2, v3}. */
  static String of(Lineage lineage) {
    return lineage.versions().stream()
        .map(version -> version.label().toString())
        .collect(Collectors.joining(", "));
  }

  /** Says why {@code label} names no version: there is none, or it fits two. */
  static String noneOf(Lineage lineage, VersionLabel label) {
    List<SeriesVersion> fitting = lineage.numbered(label);
    return fitting.size() < 2
        ? "no version " + label
        : label
            + " may be "
            + fitting.stream()
                .map(version -> version.label().toString())
                .collect(Collectors.joining(" or "));
  }
}
