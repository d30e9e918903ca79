package dev.reroll.repo.base;

import dev.reroll.bytes.Octets;
import dev.reroll.repo.objects.ObjectStore;
import dev.reroll.repo.objects.ObjectStore.Stored;
import dev.reroll.repo.objects.TreeEntries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks up paths in trees, reading only the folders on the way. What a folder said is remembered,
 * so that the next commit, which changes few folders, costs little.
 */
final class TreeLookup {
  /** Folders are kept whole for the next path in them; so many are enough for one commit. */
  private static final int MAX_FOLDERS = 256;

  /** One answer is about 200 octets. */
  private static final int MAX_ANSWERS = 100_000;

  private final ObjectStore objects;
  private final boolean fetching;
  private final Map<String, Optional<TreeEntries.Entry>> answers = new HashMap<>();
  private final Map<String, Octets> folders =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Octets> eldest) {
          return size() > MAX_FOLDERS;
        }
      };

  /**
   * Creates lookups.
   *
   * @param fetching whether folders that a partial clone lacks are fetched; where not, they count
   *     as empty
   */
  TreeLookup(ObjectStore objects, boolean fetching) {
    this.objects = objects;
    this.fetching = fetching;
  }

  /** Finds what the tree {@code tree} has at {@code path}. */
  Optional<TreeEntries.Entry> find(String tree, Octets path) throws IOException {
    String folder = tree;
    int from = 0;
    while (true) {
      int slash = path.indexOf('/', from);
      Octets name = path.slice(from, slash < 0 ? path.length() : slash);
      Optional<TreeEntries.Entry> entry = entry(folder, name);
      if (slash < 0 || entry.isEmpty()) {
        return entry;
      }
      if (!entry.get().isTree()) {
        return Optional.empty();
      }
      folder = entry.get().id();
      from = slash + 1;
    }
  }

  /** Returns what is in {@code folder} itself, by name. */
  Map<Octets, TreeEntries.Entry> all(String folder) throws IOException {
    return TreeEntries.all(content(folder), folder.length() / 2);
  }

  private Optional<TreeEntries.Entry> entry(String folder, Octets name) throws IOException {
    String key = folder + name.decode(StandardCharsets.ISO_8859_1);
    Optional<TreeEntries.Entry> known = answers.get(key);
    if (known == null) {
      known = TreeEntries.find(content(folder), name, folder.length() / 2);
      if (answers.size() > MAX_ANSWERS) {
        answers.clear();
      }
      answers.put(key, known);
    }
    return known;
  }

  private Octets content(String folder) throws IOException {
    Octets known = folders.get(folder);
    if (known == null) {
      Optional<Stored> stored = fetching ? objects.find(folder) : objects.findHere(folder);
      known = stored.isPresent() ? stored.get().content() : Octets.EMPTY;
      folders.put(folder, known);
    }
    return known;
  }
}
