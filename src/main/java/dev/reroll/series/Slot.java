package dev.reroll.series;

import dev.reroll.mail.PatchMail;
import java.util.Optional;

/**
 * Stands for one place in a series: {@code 3/7}.
 *
 * @param ordinal 1-based number of the patch, as the series counts
 * @param mail the patch; empty where it was not found
 * @param takenFrom the version that the patch was sent with, where this version is a partial reroll
 *     and takes it over; empty for its own patches
 */
public record Slot(int ordinal, Optional<PatchMail> mail, Optional<VersionLabel> takenFrom) {
  public Slot {
    if (ordinal < 1) {
      throw new IllegalArgumentException("ordinals begin with 1: " + ordinal);
    }
    if (takenFrom.isPresent() && mail.isEmpty()) {
      throw new IllegalArgumentException("nothing was taken for " + ordinal);
    }
  }

  public boolean isMissing() {
    return mail.isEmpty();
  }

  /** Whether the patch was sent with an older version and is taken over from there. */
  public boolean isTaken() {
    return takenFrom.isPresent();
  }
}
