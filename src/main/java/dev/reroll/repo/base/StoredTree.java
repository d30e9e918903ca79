package dev.reroll.repo.base;

import dev.reroll.apply.tree.EntryMode;
import dev.reroll.apply.tree.Tree;
import dev.reroll.apply.tree.TreeFile;
import dev.reroll.message.OctetBuilder;
import dev.reroll.message.Octets;
import dev.reroll.message.Refusal;
import dev.reroll.repo.objects.ObjectStore;
import dev.reroll.repo.objects.TreeEntries;
import dev.reroll.repo.objects.TreeEntries.Entry;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Is the tree of a commit; folders are read when something in them is asked for. */
final class StoredTree implements Tree {
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
