package dev.reroll.app.select;

import dev.reroll.series.Lineage;
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
}
