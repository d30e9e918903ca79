package dev.reroll.apply.tree;

import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
import java.util.Optional;
import java.util.SortedMap;

/** Finds the files of a tree by their paths: octets with {@code /} between folders. */
public interface Tree {
  /** Finds the file at {@code path}; empty where there is none, or a folder. */
  Optional<TreeFile> find(Octets path) throws Refusal;

  /**
   * Returns all files below {@code folder}, by full path in the order of {@link
   * Octets#compareUnsigned}; none where it is no folder. The empty path is the whole tree, which is
   * only asked for where renames are searched.
   */
  SortedMap<Octets, TreeFile> below(Octets folder) throws Refusal;

  /**
   * Names an entry of a tree that is no folder.
   *
   * @param id the full id of its blob, in lower-case hex digits; of a submodule, that of its commit
   */
  record TreeFile(EntryMode mode, String id) {}
}
