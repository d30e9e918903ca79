package dev.reroll.app;

import dev.reroll.series.SeriesVersion;
import java.util.List;

/**
 * Names the two versions that are compared.
 *
 * @param before the older one
 * @param after the newer one
 * @param remarks what the user should know of the choice, a line each
 */
public record VersionPair(SeriesVersion before, SeriesVersion after, List<String> remarks) {
  public VersionPair {
    remarks = List.copyOf(remarks);
  }
}
