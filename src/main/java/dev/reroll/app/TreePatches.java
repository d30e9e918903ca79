package dev.reroll.app;

import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.Patch;
import java.util.List;
import java.util.Optional;

/**
 * Holds the patches of a version as a tree has them; of one that does not apply, as it was mailed.
 *
 * @param line what the user is told of it
 * @param patches parsed, one for each patch of the version
 * @param comparable the same in the form in which they are compared
 * @param written the commits that were made of them, where that was asked for and could be done
 */
public record TreePatches(
    String line,
    List<Patch> patches,
    List<ComparablePatch> comparable,
    Optional<WrittenSeries> written) {
  public TreePatches {
    patches = List.copyOf(patches);
    comparable = List.copyOf(comparable);
  }

  /** Returns what the user is told of both versions. */
  static String line(BothSides<TreePatches> sides) {
    return sides.before().line() + "; " + sides.after().line();
  }
}
