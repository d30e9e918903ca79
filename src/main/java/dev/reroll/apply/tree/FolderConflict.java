package dev.reroll.apply.tree;

import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;

/** Finds paths that would have to be a file and a folder at once. */
public final class FolderConflict {
  private FolderConflict() {}

  /**
   * Refuses {@code path} where {@code tree} has a folder there, or a file where it needs a folder.
   */
  public static void check(Overlay tree, Octets path) throws Rejection, Refusal {
    for (Octets folder = Paths.parent(path); !folder.isEmpty(); folder = Paths.parent(folder)) {
      if (tree.find(folder).isPresent()) {
        throw Rejection.at(path, "'" + folder + "' is a file");
      }
    }
    if (!tree.below(path).isEmpty()) {
      throw Rejection.at(path, "is a folder");
    }
  }
}
