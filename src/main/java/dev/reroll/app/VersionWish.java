package dev.reroll.app;

import dev.reroll.series.VersionLabel;
import java.util.Optional;

/**
 * Says which versions and which series of a mailbox the user asked for.
 *
 * @param before the older version; empty for the one before the newer
 * @param after the newer version; empty for the newest
 * @param series a number in the list of series, or a part of a title; empty for the one that fits
 */
public record VersionWish(
    Optional<VersionLabel> before, Optional<VersionLabel> after, Optional<String> series) {
  /** Asks for nothing in particular. */
  public static final VersionWish ANY =
      new VersionWish(Optional.empty(), Optional.empty(), Optional.empty());
}
