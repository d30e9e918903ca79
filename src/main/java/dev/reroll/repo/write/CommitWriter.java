package dev.reroll.repo.write;

import dev.reroll.apply.tree.EntryMode;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.apply.tree.Overlay.FileChange;
import dev.reroll.apply.tree.Tree.TreeFile;
import dev.reroll.bytes.Octets;
import dev.reroll.mail.Person;
import dev.reroll.problem.Refusal;
import dev.reroll.repo.objects.TreeEntries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Writes trees that were made in memory as commits. The committer is the author, at the author's
 * date, so that the same patches give the same ids. No ref is touched. For one thread at a time.
 */
public final class CommitWriter implements AutoCloseable {
  private final ObjectInserter inserter;
  private final ObjectReader reader;
  private final TreeWriter trees;

  /** Writes into {@code repository}, which must stay open. */
  public CommitWriter(Repository repository) {
    this.inserter = repository.newObjectInserter();
    this.reader = inserter.newReader();
    this.trees = new TreeWriter(inserter, reader);
  }

  /**
   * What a commit says.
   *
   * @param parent the commit before it; none for a first one
   * @param message in UTF-8
   */
  public record CommitText(Optional<String> parent, Person author, Instant date, Octets message) {}

  /**
   * Writes a commit that makes of its parent's tree, {@code before}, the tree {@code after}; both
   * have the same base.
   *
   * @return its id
   * @throws Refusal where the repository cannot be written to
   */
  public String write(CommitText words, Overlay before, Overlay after) throws Refusal {
    try {
      Optional<ObjectId> tree = parentTree(words.parent());
      return write(words, trees.write(tree, changes(before, after), after));
    } catch (IOException failed) {
      throw unwritable(failed);
    }
  }

  /** Writes a first commit that has nothing but {@code changes}. */
  public String writeFirst(CommitText words, List<FileChange> changes, Overlay contents)
      throws Refusal {
    try {
      return write(words, trees.write(Optional.empty(), changes, contents));
    } catch (IOException failed) {
      throw unwritable(failed);
    }
  }

  private static Refusal unwritable(IOException failed) {
    return Refusal.unreadable("cannot write commits: " + failed.getMessage());
  }

  private Optional<ObjectId> parentTree(Optional<String> parent) throws IOException {
    if (parent.isEmpty()) {
      return Optional.empty();
    }
    try (RevWalk walk = new RevWalk(reader)) {
      return Optional.of(walk.parseCommit(ObjectId.fromString(parent.get())).getTree());
    }
  }

  private static List<FileChange> changes(Overlay before, Overlay after) throws Refusal {
    SortedSet<Octets> paths = new TreeSet<>(Octets::compareUnsigned);
    before.changes().forEach(change -> paths.add(change.path()));
    after.changes().forEach(change -> paths.add(change.path()));
    List<FileChange> changes = new ArrayList<>();
    for (Octets path : paths) {
      if (!before.find(path).equals(after.find(path))) {
        changes.add(new FileChange(path, after.find(path)));
      }
    }
    return changes;
  }

  private String write(CommitText words, Optional<ObjectId> tree) throws IOException {
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(tree.isPresent() ? tree.get() : inserter.insert(new TreeFormatter()));
    if (words.parent().isPresent()) {
      commit.setParentId(ObjectId.fromString(words.parent().get()));
    }
    PersonIdent author =
        new PersonIdent(
            words.author().name(), words.author().address(), words.date(), ZoneOffset.UTC);
    commit.setAuthor(author);
    commit.setCommitter(author);
    commit.setEncoding(StandardCharsets.UTF_8);
    commit.setMessage(words.message().decode(StandardCharsets.UTF_8));
    ObjectId id = inserter.insert(Constants.OBJ_COMMIT, commit.build());
    inserter.flush();
    return id.name();
  }

  @Override
  public void close() {
    reader.close();
    inserter.close();
  }

  /** Writes trees: only the folders in which something changed, and only contents that are new. */
  private static final class TreeWriter {
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
      return entries.isEmpty()
          ? Optional.empty()
          : Optional.of(inserter.insert(formatted(entries)));
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
}
