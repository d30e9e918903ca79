package dev.reroll.series;

import dev.reroll.mail.PatchMail;
import java.util.Optional;

/**
 * Stands for one place in a series: {@code 3/7}.
 *
 * @param ordinal 1-based number of the patch, as the series counts
 * @param mail the patch; empty where it was not found
 */
public record Slot(int ordinal, Optional<PatchMail> mail) {
  public Slot {
    if (ordinal < 1) {
      throw new IllegalArgumentException("ordinals begin with 1: " + ordinal);
    }
  }

  public boolean isMissing() {
    return mail.isEmpty();
  }
}
