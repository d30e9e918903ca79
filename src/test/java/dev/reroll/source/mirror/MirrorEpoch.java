package dev.reroll.source.mirror;

import dev.reroll.source.mirror.inbox.Inbox.BareRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Builds one epoch of a mirror, commit by commit, as public-inbox would. */
final class MirrorEpoch {
  private static final String BRANCH = "refs/heads/master";
  private static final Instant FIRST = Instant.parse("2026-03-02T08:00:00Z");

  private final Path folder;
  private Optional<ObjectId> tip = Optional.empty();
  private Instant time = FIRST;

  /** Makes an empty bare repository in {@code folder}. */
  MirrorEpoch(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    try (Repository repository =
        new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build()) {
      repository.create(true);
      repository.updateRef(Constants.HEAD, false).link(BRANCH);
    }
  }

  Path folder() {
    return folder;
  }

  /** Lets the next commit come so many minutes after the last one. */
  MirrorEpoch after(int minutes) {
    time = time.plusSeconds(60L * minutes);
    return this;
  }

  MirrorEpoch add(String mail) throws IOException {
    return add(mail.getBytes(StandardCharsets.UTF_8));
  }

  MirrorEpoch add(byte[] mail) throws IOException {
    return commit("m", mail);
  }

  MirrorEpoch delete(String mail) throws IOException {
    return commit("d", mail.getBytes(StandardCharsets.UTF_8));
  }

  /** Forgets all commits: the next one is the first of another history. */
  MirrorEpoch startAgain() {
    tip = Optional.empty();
    return this;
  }

  /** Adds many mails, as one pack. */
  MirrorEpoch addAll(List<String> mails) throws IOException {
    try (FileRepository repository = new FileRepository(folder.toFile());
        ObjectInserter inserter = repository.getObjectDatabase().newPackInserter()) {
      for (String mail : mails) {
        insert(inserter, "m", mail.getBytes(StandardCharsets.UTF_8));
      }
      inserter.flush();
      moveBranch(repository);
    }
    return this;
  }

  MirrorEpoch commit(String name, byte[] content) throws IOException {
    try (Repository repository = BareRepository.open(folder);
        ObjectInserter inserter = repository.newObjectInserter()) {
      insert(inserter, name, content);
      inserter.flush();
      moveBranch(repository);
    }
    return this;
  }

  private void insert(ObjectInserter inserter, String name, byte[] content) throws IOException {
    TreeFormatter tree = new TreeFormatter();
    tree.append(name, FileMode.REGULAR_FILE, inserter.insert(Constants.OBJ_BLOB, content));
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(inserter.insert(tree));
    tip.ifPresent(commit::setParentId);
    PersonIdent archivist = new PersonIdent("archive", "a@example.org", time, ZoneOffset.UTC);
    commit.setAuthor(archivist);
    commit.setCommitter(archivist);
    commit.setMessage("mail\n");
    tip = Optional.of(inserter.insert(commit));
    time = time.plusSeconds(60);
  }

  private void moveBranch(Repository repository) throws IOException {
    RefUpdate update = repository.updateRef(BRANCH);
    update.setNewObjectId(tip.orElseThrow());
    update.forceUpdate();
  }
}
