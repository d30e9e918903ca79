package dev.reroll.repo.base;

import dev.reroll.apply.tree.Tree;
import dev.reroll.apply.tree.TreeFile;
import dev.reroll.message.Octets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Is a tree made of nothing but the files that a series names with their contents. */
final class BlobsAlone implements Tree {
  private final SortedMap<Octets, TreeFile> files;

  BlobsAlone(Map<Octets, TreeFile> files) {
    this.files = new TreeMap<>(Octets::compareUnsigned);
    this.files.putAll(files);
  }

  @Override
  public Optional<TreeFile> find(Octets path) {
    return Optional.ofNullable(files.get(path));
  }

  @Override
  public SortedMap<Octets, TreeFile> below(Octets folder) {
    SortedMap<Octets, TreeFile> below = new TreeMap<>(Octets::compareUnsigned);
    for (Map.Entry<Octets, TreeFile> file : files.entrySet()) {
      if (isBelow(file.getKey(), folder)) {
        below.put(file.getKey(), file.getValue());
      }
    }
    return below;
  }

  private static boolean isBelow(Octets path, Octets folder) {
    int length = folder.length();
    return length == 0
        || (path.length() > length
            && path.at(length) == '/'
            && path.slice(0, length).equals(folder));
  }
}
