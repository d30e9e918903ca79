package dev.reroll.repo.base;

import dev.reroll.apply.tree.BlobStore;
import dev.reroll.apply.tree.Blobs;
import dev.reroll.apply.tree.EntryMode;
import dev.reroll.apply.tree.ObjectFormat;
import dev.reroll.apply.tree.Tree;
import dev.reroll.apply.tree.Tree.TreeFile;
import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
import dev.reroll.repo.base.BaseSearch.WantedFile;
import dev.reroll.repo.objects.ObjectStore;
import dev.reroll.repo.objects.ObjectStore.Step;
import dev.reroll.repo.objects.TreeEntries;
import dev.reroll.repo.objects.TreeEntries.Entry;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the trees of a repository that mailed series apply to. For one thread at a time. */
public final class RepositoryTrees implements AutoCloseable {
  private static final int SHOWN_DIGITS = 12;

  private final ObjectStore objects;
  private final Blobs blobs;

  /** Looks among these objects, which are closed with this. */
  public RepositoryTrees(ObjectStore objects, ObjectFormat format) {
    this.objects = objects;
    this.blobs = new StoredBlobs(objects, format);
  }

  /** Returns the contents that the repository has. */
  public Blobs blobs() {
    return blobs;
  }

  /** Finds the tree of the commit that {@code revision} names. */
  public Optional<BaseTree> find(String revision) throws Refusal {
    try {
      Optional<Step> found = objects.commit(revision);
      return found.isPresent() ? Optional.of(tree(found.get())) : Optional.empty();
    } catch (IOException unreadable) {
      throw StoredBlobs.refusal(revision, unreadable);
    }
  }

  /**
   * Finds the newest commit, of those that the repository's refs lead to, that has all of {@code
   * files}.
   */
  public Optional<BaseTree> search(List<WantedFile> files) throws Refusal {
    try {
      Optional<Step> found = new BaseSearch(objects).find(files);
      return found.isPresent() ? Optional.of(tree(found.get())) : Optional.empty();
    } catch (IOException unreadable) {
      throw Refusal.unreadable("cannot read the history: " + unreadable.getMessage());
    }
  }

  private BaseTree tree(Step step) throws IOException {
    String id = step.commit();
    String name = objects.name(id).orElse(id.substring(0, SHOWN_DIGITS));
    return new BaseTree(name, Optional.of(id), new StoredTree(objects, step.tree()));
  }

  /** Returns how many of the contents that {@code files} name are not there. */
  public int missingCount(List<WantedFile> files) throws Refusal {
    int missing = 0;
    for (WantedFile file : files) {
      boolean isMissing =
          file.isBlob()
              ? blobs.findId(file.blob()).isEmpty()
              : file.blob().equals(WantedFile.COPIED);
      missing += isMissing ? 1 : 0;
    }
    return missing;
  }

  /**
   * Returns a tree of {@code files} alone, as far as their contents are there. A file whose content
   * no patch looks at, as it is only renamed, stands there with any.
   *
   * @param store keeps the contents that stand in
   */
  public BaseTree ofBlobs(List<WantedFile> files, BlobStore store) throws Refusal {
    Map<Octets, TreeFile> found = new HashMap<>();
    for (WantedFile file : files) {
      if (file.blob().equals(WantedFile.ANY)) {
        String any = store.put(Octets.utf8("the content of " + file.path() + "\n"));
        found.put(file.path(), new TreeFile(file.mode(), any));
      }
      Optional<String> id = file.isBlob() ? blobs.findId(file.blob()) : Optional.empty();
      if (id.isPresent()) {
        found.put(file.path(), new TreeFile(file.mode(), id.get()));
      }
    }
    return new BaseTree("the blobs in its index lines", Optional.empty(), new BlobsAlone(found));
  }

  @Override
  public void close() {
    objects.close();
  }

  /** A tree made of nothing but the files that a series names with their contents. */
  private static final class BlobsAlone implements Tree {
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

  /** The tree of a commit; folders are read when something in them is asked for. */
  private static final class StoredTree implements Tree {
    private final TreeLookup lookup;
    private final String id;

    StoredTree(ObjectStore objects, String id) {
      this.lookup = new TreeLookup(objects, true);
      this.id = id;
    }

    @Override
    public Optional<TreeFile> find(Octets path) throws Refusal {
      return entry(path).filter(entry -> !entry.isTree()).map(StoredTree::file);
    }

    @Override
    public SortedMap<Octets, TreeFile> below(Octets folder) throws Refusal {
      SortedMap<Octets, TreeFile> files = new TreeMap<>(Octets::compareUnsigned);
      if (folder.isEmpty()) {
        addAll(id, folder, files);
        return files;
      }
      Entry entry = entry(folder).orElse(TreeEntries.NOTHING);
      if (entry.isTree()) {
        addAll(entry.id(), TreeEntries.asFolder(folder), files);
      }
      return files;
    }

    private Optional<Entry> entry(Octets path) throws Refusal {
      try {
        return lookup.find(id, path);
      } catch (IOException unreadable) {
        throw StoredBlobs.refusal(id, unreadable);
      }
    }

    private void addAll(String folder, Octets prefix, Map<Octets, TreeFile> files) throws Refusal {
      try {
        for (Map.Entry<Octets, Entry> named : lookup.all(folder).entrySet()) {
          Octets path = new OctetBuilder(64).append(prefix).append(named.getKey()).toOctets();
          if (named.getValue().isTree()) {
            addAll(named.getValue().id(), TreeEntries.asFolder(path), files);
          } else {
            files.put(path, file(named.getValue()));
          }
        }
      } catch (IOException unreadable) {
        throw StoredBlobs.refusal(folder, unreadable);
      }
    }

    private static TreeFile file(Entry entry) {
      return new TreeFile(EntryMode.ofBits(Integer.parseInt(entry.mode(), 8)), entry.id());
    }
  }

  /**
   * A tree that a series may have been made on.
   *
   * @param name what people call it: a tag, a branch, the first digits of a commit's id, or words
   * @param commit the whole id of its commit, where it has one
   */
  public record BaseTree(String name, Optional<String> commit, Tree tree) {}

  /** Finds contents in a repository. */
  private record StoredBlobs(ObjectStore objects, ObjectFormat format) implements Blobs {
    @Override
    public Optional<String> findId(String id) throws Refusal {
      try {
        return objects.blob(id);
      } catch (IOException unreadable) {
        throw refusal(id, unreadable);
      }
    }

    @Override
    public Optional<Octets> find(String id) throws Refusal {
      try {
        return objects.find(id).map(ObjectStore.Stored::content);
      } catch (IOException unreadable) {
        throw refusal(id, unreadable);
      }
    }

    static Refusal refusal(String id, IOException unreadable) {
      return Refusal.unreadable("cannot read object " + id + ": " + unreadable.getMessage());
    }
  }
}
