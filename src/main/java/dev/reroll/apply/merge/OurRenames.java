package dev.reroll.apply.merge;

import dev.reroll.apply.tree.Overlay;
import dev.reroll.apply.tree.Tree;
import dev.reroll.apply.tree.TreeFile;
import dev.reroll.message.Octets;
import dev.reroll.message.Refusal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the new names of files that our tree does not have any more. */
final class OurRenames {
  private OurRenames() {}

  /**
   * Returns the new paths by the old ones. Lists the whole tree, but only where one of {@code
   * watched}, files of {@code base}, is gone.
   */
  static Map<Octets, Octets> find(Tree base, Overlay ours, SortedMap<Octets, TreeFile> watched)
      throws Refusal {
    SortedMap<Octets, TreeFile> gone = new TreeMap<>(Octets::compareUnsigned);
    for (Map.Entry<Octets, TreeFile> file : watched.entrySet()) {
      if (ours.find(file.getKey()).isEmpty()) {
        gone.put(file.getKey(), file.getValue());
      }
    }
    if (gone.isEmpty()) {
      return Map.of();
    }
    SortedMap<Octets, TreeFile> added = ours.below(Octets.EMPTY);
    added.keySet().removeAll(base.below(Octets.EMPTY).keySet());
    return RenameSearch.find(ours.blobs(), gone, added);
  }
}
