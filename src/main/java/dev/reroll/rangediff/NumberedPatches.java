package dev.reroll.rangediff;

import dev.reroll.patch.ComparablePatch;
import java.util.List;

/**
 * Holds the patches of one version under the numbers that they were sent with.
 *
 * @param patches those that are there, in order
 * @param ordinals the 1-based number of each, rising
 * @param complete whether none is missing
 */
public record NumberedPatches(
    List<ComparablePatch> patches, List<Integer> ordinals, boolean complete) {
  public NumberedPatches {
    patches = List.copyOf(patches);
    ordinals = List.copyOf(ordinals);
    if (patches.size() != ordinals.size()) {
      throw new IllegalArgumentException(patches.size() + " patches, " + ordinals.size());
    }
  }
}
