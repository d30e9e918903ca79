package dev.reroll.app;

import dev.reroll.patch.ComparablePatch;
import java.util.List;

/**
 * Holds the patches of one side of a comparison, wherever they come from.
 *
 * @param label what the side is called: a version, or a range of commits
 * @param patches in order
 * @param remarks what the user should know of how they were found, a line each
 */
public record NamedPatches(String label, List<ComparablePatch> patches, List<String> remarks) {
  public NamedPatches {
    patches = List.copyOf(patches);
    remarks = List.copyOf(remarks);
  }
}
