package dev.reroll.repo.write;

import dev.reroll.apply.tree.FileChange;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.bytes.Octets;
import dev.reroll.mail.Person;
import dev.reroll.problem.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
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
  public record Words(Optional<String> parent, Person author, Instant date, Octets message) {}

  /**
   * Writes a commit that makes of its parent's tree, {@code before}, the tree {@code after}; both
   * have the same base.
   *
   * @return its id
   * @throws Refusal where the repository cannot be written to
   */
  public String write(Words words, Overlay before, Overlay after) throws Refusal {
    try {
      Optional<ObjectId> tree = parentTree(words.parent());
      return write(words, trees.write(tree, changes(before, after), after));
    } catch (IOException failed) {
      throw unwritable(failed);
    }
  }

  /** Writes a first commit that has nothing but {@code changes}. */
  public String writeFirst(Words words, List<FileChange> changes, Overlay contents) throws Refusal {
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

  private String write(Words words, Optional<ObjectId> tree) throws IOException {
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
}
