package dev.reroll.apply.tree;

import dev.reroll.apply.tree.Tree.TreeFile;
import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A tree with some files changed, added or deleted: nothing of it is written anywhere.
 *
 * <p>Never changes; {@link #with} makes another, in time and memory linear in the files that were
 * changed so far.
 */
public final class Overlay implements Tree {
  private final Tree base;
  private final BlobStore blobs;
  private final Map<Octets, FileChange> changes;

  private Overlay(Tree base, BlobStore blobs, Map<Octets, FileChange> changes) {
    this.base = base;
    this.blobs = blobs;
    this.changes = changes;
  }

  /** Returns {@code base} as it is; new contents will be kept in {@code blobs}. */
  public static Overlay over(Tree base, BlobStore blobs) {
    return new Overlay(base, blobs, Map.of());
  }

  /** Returns a tree without files. */
  public static Overlay empty(BlobStore blobs) {
    return over(new EmptyTree(), blobs);
  }

  /** Returns this tree with {@code more} changes; of two at one path the later counts. */
  public Overlay with(Collection<FileChange> more) {
    Map<Octets, FileChange> all = new HashMap<>(changes);
    for (FileChange change : more) {
      all.put(change.path(), change);
    }
    return new Overlay(base, blobs, all);
  }

  @Override
  public Optional<TreeFile> find(Octets path) throws Refusal {
    FileChange change = changes.get(path);
    return change == null ? base.find(path) : change.file();
  }

  @Override
  public SortedMap<Octets, TreeFile> below(Octets folder) throws Refusal {
    SortedMap<Octets, TreeFile> files = new TreeMap<>(Octets::compareUnsigned);
    files.putAll(base.below(folder));
    for (FileChange change : changes.values()) {
      if (Paths.isBelow(change.path(), folder)) {
        files.remove(change.path());
        change.file().ifPresent(file -> files.put(change.path(), file));
      }
    }
    return files;
  }

  /**
   * Returns the files that are not as in the tree below this one, by path; some may have been
   * changed back.
   */
  public List<FileChange> changes() {
    List<FileChange> sorted = new ArrayList<>(changes.values());
    sorted.sort((one, other) -> Octets.compareUnsigned(one.path(), other.path()));
    return sorted;
  }

  /** Returns the content of a file of this tree; of a submodule the line that a diff shows. */
  public Octets content(TreeFile file) throws Refusal {
    if (file.mode() == EntryMode.SUBMODULE) {
      return Submodule.content(file.id());
    }
    return blobs.read(file.id());
  }

  /** Returns the tree below, without the changes. */
  public Tree base() {
    return base;
  }

  /** Returns the contents, those that patches made among them. */
  public BlobStore blobs() {
    return blobs;
  }

  /** Whether nothing differs between this tree and {@code other} on the same base. */
  public boolean hasSameFiles(Overlay other) throws Refusal {
    return agreesWith(other) && other.agreesWith(this);
  }

  private boolean agreesWith(Overlay other) throws Refusal {
    for (FileChange change : changes.values()) {
      if (!change.file().equals(other.find(change.path()))) {
        return false;
      }
    }
    return true;
  }

  /** Has no files. */
  private static final class EmptyTree implements Tree {
    @Override
    public Optional<TreeFile> find(Octets path) {
      return Optional.empty();
    }

    @Override
    public SortedMap<Octets, TreeFile> below(Octets folder) {
      return new TreeMap<>(Octets::compareUnsigned);
    }
  }

  /**
   * What is at a path now.
   *
   * @param file empty where it was deleted
   */
  public record FileChange(Octets path, Optional<TreeFile> file) {}
}
