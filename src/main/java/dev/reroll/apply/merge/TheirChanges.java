package dev.reroll.apply.merge;

import dev.reroll.apply.tree.FileChange;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.apply.tree.TreeFile;
import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a tree changes over its base, renames found.
 *
 * @param touched the files of the base that are changed or gone
 * @param files what they became, those that kept their path
 * @param moved what they became under another path
 * @param renames the new paths by the old ones
 * @param added the files that the base does not have, but for those under a new name
 */
record TheirChanges(
    SortedMap<Octets, TreeFile> touched,
    SortedMap<Octets, TreeFile> files,
    SortedMap<Octets, TreeFile> moved,
    Map<Octets, Octets> renames,
    SortedMap<Octets, TreeFile> added) {
  static TheirChanges of(Overlay theirs) throws Refusal {
    SortedMap<Octets, TreeFile> touched = new TreeMap<>(Octets::compareUnsigned);
    SortedMap<Octets, TreeFile> files = new TreeMap<>(Octets::compareUnsigned);
    SortedMap<Octets, TreeFile> added = new TreeMap<>(Octets::compareUnsigned);
    SortedMap<Octets, TreeFile> gone = new TreeMap<>(Octets::compareUnsigned);
    for (FileChange change : theirs.changes()) {
      Optional<TreeFile> before = theirs.base().find(change.path());
      before.ifPresent(file -> touched.put(change.path(), file));
      if (change.file().isPresent()) {
        (before.isPresent() ? files : added).put(change.path(), change.file().get());
      } else {
        before.ifPresent(file -> gone.put(change.path(), file));
      }
    }
    Map<Octets, Octets> renames = RenameSearch.find(theirs.blobs(), gone, added);
    SortedMap<Octets, TreeFile> moved = new TreeMap<>(Octets::compareUnsigned);
    for (Octets path : renames.values()) {
      moved.put(path, added.remove(path));
    }
    return new TheirChanges(touched, files, moved, renames, added);
  }

  /** Returns where the file is that the base has at {@code path}, if it is anywhere. */
  Octets pathOf(Octets path) {
    return renames.getOrDefault(path, path);
  }

  /** Finds a file of the base under the path that it has now. */
  Optional<TreeFile> find(Octets path) {
    return Optional.ofNullable(files.getOrDefault(path, moved.get(path)));
  }

  /** Takes a file out of those that were added, so that nobody else puts it there. */
  Optional<TreeFile> takeAdded(Octets path) {
    return Optional.ofNullable(added.remove(path));
  }
}
