package dev.reroll.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** A tree of files by path; written to while commits are drawn. */
final class Tree {
  private final SortedMap<String, TreeFile> files;

  Tree() {
    this(new TreeMap<>());
  }

  private Tree(SortedMap<String, TreeFile> files) {
    this.files = files;
  }

  Tree copy() {
    return new Tree(new TreeMap<>(files));
  }

  SortedMap<String, TreeFile> files() {
    return files;
  }

  Optional<TreeFile> find(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** Puts a file there, unless that path is a folder, or below a file. */
  void put(String path, TreeFile file) {
    boolean isFolder = files.keySet().stream().anyMatch(other -> other.startsWith(path + "/"));
    boolean isBelowFile = files.keySet().stream().anyMatch(other -> path.startsWith(other + "/"));
    if (!isFolder && !isBelowFile) {
      files.put(path, file);
    }
  }

  void remove(String path) {
    files.remove(path);
  }

  /** Draws the path of a text file that is long enough to be edited. */
  Optional<String> drawText(Random random) {
    List<String> paths = new ArrayList<>();
    files.forEach(
        (path, file) -> {
          if (file.isText() && file.content().length() > 20) {
            paths.add(path);
          }
        });
    return paths.isEmpty()
        ? Optional.empty()
        : Optional.of(paths.get(random.nextInt(paths.size())));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tree that && files.equals(that.files);
  }

  @Override
  public int hashCode() {
    return files.hashCode();
  }
}
