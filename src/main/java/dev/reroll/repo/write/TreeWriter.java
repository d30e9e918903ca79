package dev.reroll.repo.write;

import dev.reroll.apply.tree.EntryMode;
import dev.reroll.apply.tree.FileChange;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.apply.tree.TreeFile;
import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
import dev.reroll.repo.objects.TreeEntries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;

/** Writes trees: only the folders in which something changed, and only contents that are new. */
final class TreeWriter {
  private static final int ID_LENGTH = 20;

  private final ObjectInserter inserter;
  private final ObjectReader reader;

  /**
   * Creates it.
   *
   * @param reader sees what {@code inserter} writes
   */
  TreeWriter(ObjectInserter inserter, ObjectReader reader) {
    this.inserter = inserter;
    this.reader = reader;
  }

  /**
   * Writes the tree that {@code changes} make of {@code base}.
   *
   * @param base a tree; none to begin with nothing
   * @param overlay has the contents of the files
   * @return the tree's id; none where no file is left
   */
  Optional<ObjectId> write(Optional<ObjectId> base, List<FileChange> changes, Overlay overlay)
      throws IOException, Refusal {
    Map<Octets, TreeEntries.Entry> entries = new HashMap<>();
    if (base.isPresent()) {
      Octets tree = Octets.wrap(reader.open(base.get(), Constants.OBJ_TREE).getBytes());
      entries.putAll(TreeEntries.all(tree, ID_LENGTH));
    }
    Map<Octets, List<FileChange>> deeper = new TreeMap<>(Octets::compareUnsigned);
    for (FileChange change : changes) {
      int slash = change.path().indexOf('/', 0);
      if (slash < 0) {
        put(change, entries, overlay);
      } else {
        FileChange inner = new FileChange(change.path().slice(slash + 1), change.file());
        deeper
            .computeIfAbsent(change.path().slice(0, slash), unseen -> new ArrayList<>())
            .add(inner);
      }
    }
    for (Map.Entry<Octets, List<FileChange>> folder : deeper.entrySet()) {
      putFolder(folder.getKey(), folder.getValue(), entries, overlay);
    }
    return entries.isEmpty() ? Optional.empty() : Optional.of(inserter.insert(formatted(entries)));
  }

  private void put(FileChange change, Map<Octets, TreeEntries.Entry> entries, Overlay overlay)
      throws IOException, Refusal {
    if (change.file().isEmpty()) {
      TreeEntries.Entry there = entries.get(change.path());
      if (there != null && !there.isTree()) {
        entries.remove(change.path());
      }
      return;
    }
    TreeFile file = change.file().get();
    if (file.mode() != EntryMode.SUBMODULE && !reader.has(ObjectId.fromString(file.id()))) {
      inserter.insert(Constants.OBJ_BLOB, overlay.content(file).toByteArray());
    }
    entries.put(change.path(), new TreeEntries.Entry(file.mode().digits(), file.id()));
  }

  private void putFolder(
      Octets name,
      List<FileChange> changes,
      Map<Octets, TreeEntries.Entry> entries,
      Overlay overlay)
      throws IOException, Refusal {
    Optional<ObjectId> before =
        Optional.ofNullable(entries.get(name))
            .filter(TreeEntries.Entry::isTree)
            .map(entry -> ObjectId.fromString(entry.id()));
    Optional<ObjectId> after = write(before, changes, overlay);
    if (after.isPresent()) {
      entries.put(name, new TreeEntries.Entry("40000", after.get().name()));
    } else if (before.isPresent()) {
      entries.remove(name);
    }
  }

  /** Puts the entries in git's order: that of their names, a folder's with a slash at its end. */
  private static TreeFormatter formatted(Map<Octets, TreeEntries.Entry> entries) {
    Map<Octets, Octets> order = new TreeMap<>(Octets::compareUnsigned);
    for (Map.Entry<Octets, TreeEntries.Entry> entry : entries.entrySet()) {
      Octets name = entry.getKey();
      order.put(entry.getValue().isTree() ? TreeEntries.asFolder(name) : name, name);
    }
    TreeFormatter formatter = new TreeFormatter();
    for (Octets name : order.values()) {
      TreeEntries.Entry entry = entries.getOrDefault(name, TreeEntries.NOTHING);
      FileMode mode = FileMode.fromBits(Integer.parseInt(entry.mode(), 8));
      formatter.append(name.toByteArray(), mode, ObjectId.fromString(entry.id()));
    }
    return formatter;
  }
}
