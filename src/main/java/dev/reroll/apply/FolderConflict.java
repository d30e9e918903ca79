package dev.reroll.apply;

import dev.reroll.message.Octets;
import dev.reroll.message.Refusal;

/** Finds paths that would have to be a file and a folder at once. */
final class FolderConflict {
  private FolderConflict() {}

  static void check(Overlay tree, Octets path) throws Rejection, Refusal {
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
