package dev.reroll.rangediff;

import dev.reroll.patch.ComparablePatch;

/**
 * Names a patch by its place in one version.
 *
 * @param ordinal 1-based place in the version
 * @param patch the patch there
 */
public record NumberedPatch(int ordinal, ComparablePatch patch) {
  public NumberedPatch {
    if (ordinal < 1) {
      throw new IllegalArgumentException("ordinals begin with 1: " + ordinal);
    }
  }
}
