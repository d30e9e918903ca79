package dev.reroll.apply;

import dev.reroll.apply.tree.BlobStore;
import dev.reroll.apply.tree.Blobs;
import dev.reroll.apply.tree.EntryMode;
import dev.reroll.apply.tree.ObjectFormat;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.apply.tree.Paths;
import dev.reroll.apply.tree.Tree;
import dev.reroll.apply.tree.Tree.TreeFile;
import dev.reroll.bytes.Octets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A tree and its contents, written down in a test. */
public final class MemoryTree implements Tree, Blobs {
  private final SortedMap<Octets, TreeFile> files = new TreeMap<>(Octets::compareUnsigned);
  private final Map<String, Octets> blobs = new HashMap<>();

  /** Adds a plain file. */
  public MemoryTree file(String path, String content) {
    return file(path, EntryMode.FILE, content);
  }

  MemoryTree file(String path, EntryMode mode, String content) {
    String id = mode == EntryMode.SUBMODULE ? content : blob(content);
    files.put(Octets.utf8(path), new TreeFile(mode, id));
    return this;
  }

  /** Keeps a content that no file has; returns its id. */
  public String blob(String content) {
    Octets octets = Octets.utf8(content);
    String id = format().blobId(octets);
    blobs.put(id, octets);
    return id;
  }

  Overlay overlay() {
    return Overlay.over(this, new BlobStore(this));
  }

  @Override
  public Optional<TreeFile> find(Octets path) {
    return Optional.ofNullable(files.get(path));
  }

  @Override
  public SortedMap<Octets, TreeFile> below(Octets folder) {
    SortedMap<Octets, TreeFile> below = new TreeMap<>(Octets::compareUnsigned);
    files.forEach(
        (path, file) -> {
          if (Paths.isBelow(path, folder)) {
            below.put(path, file);
          }
        });
    return below;
  }

  @Override
  public ObjectFormat format() {
    return ObjectFormat.SHA1;
  }

  @Override
  public Optional<String> findId(String id) {
    return blobs.keySet().stream().filter(known -> known.startsWith(id)).findFirst();
  }

  @Override
  public Optional<Octets> find(String id) {
    return Optional.ofNullable(blobs.get(id));
  }
}
