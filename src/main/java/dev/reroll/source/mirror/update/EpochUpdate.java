package dev.reroll.source.mirror.update;

import dev.reroll.source.mirror.arrivals.MailPipeline;
import dev.reroll.source.mirror.arrivals.MailPipeline.ReadMail;
import dev.reroll.source.mirror.arrivals.NewCommits;
import dev.reroll.source.mirror.inbox.Inbox;
import dev.reroll.source.mirror.inbox.Inbox.BareRepository;
import dev.reroll.source.mirror.inbox.Inbox.MailNumber;
import dev.reroll.source.mirror.index.EpochState;
import dev.reroll.source.mirror.index.IndexDatabase;
import dev.reroll.source.mirror.index.IndexWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Brings one epoch of an index up to date, batch by batch: each batch is one transaction that adds
 * mails and notes the last commit, so that a run that is killed loses one batch at most.
 *
 * <p>Other processes may do the same at once: a batch is written only if the epoch still stands
 * where this process believes it to be; else nothing is written, and the caller looks again.
 */
final class EpochUpdate {
  private static final int BATCH = 1000;
  private static final int STEP = 50;

  private final Inbox.Epoch epoch;
  private final String task;
  private final IndexDatabase database;
  private final IndexOptions options;
  private final IndexWriter writer;
  private EpochState state;
  private boolean mustClear;
  private long newCount;
  private long unreadableCount;

  /**
   * Creates an update.
   *
   * @param task what people are told is being done
   */
  EpochUpdate(Inbox.Epoch epoch, String task, IndexDatabase database, IndexOptions options)
      throws SQLException {
    this.epoch = epoch;
    this.task = task;
    this.database = database;
    this.options = options;
    this.writer = new IndexWriter(database);
    this.state = EpochState.of(epoch.number(), database);
  }

  long newCount() {
    return newCount;
  }

  long unreadableCount() {
    return unreadableCount;
  }

  /**
   * Reads what is new up to the newest commit; returns whether there was anything new.
   *
   * @throws IOException where the epoch is damaged
   */
  boolean run() throws IOException, SQLException {
    Optional<ObjectId> tip = EpochTip.find(epoch.repository());
    if (tip.isEmpty() || tip.equals(state.tip())) {
      return false;
    }
    try (Repository repository = BareRepository.open(epoch.repository());
        RevWalk walk = new RevWalk(repository)) {
      walk.setRetainBody(false);
      NewCommits commits = NewCommits.between(state.tip(), tip.get(), walk);
      mustClear = commits.isRewritten();
      write(commits, repository);
    }
    return true;
  }

  private void write(NewCommits commits, Repository repository) throws IOException, SQLException {
    int total = commits.commits().size();
    try (MailPipeline mails = new MailPipeline(repository, options.limits())) {
      mails.start(commits.commits(), mustClear ? 0 : state.commitCount());
      List<ReadMail> batch = new ArrayList<>();
      for (int done = 1; done <= total; done++) {
        batch.add(mails.next());
        if (done % STEP == 0 || done == total) {
          options.progress().step(task, done, total);
        }
        if (batch.size() == BATCH || done == total) {
          if (!isWritten(batch)) {
            return;
          }
          batch.clear();
        }
      }
    }
  }

  /** Writes a batch; returns whether it did, or another process was quicker. */
  private boolean isWritten(List<ReadMail> batch) throws SQLException {
    boolean[] isOurs = {false};
    int start = mustClear ? 0 : state.commitCount();
    ObjectId last = batch.get(batch.size() - 1).commit();
    EpochState reached = new EpochState(Optional.of(last.copy()), start + batch.size());
    database.inTransaction(
        () -> {
          isOurs[0] = EpochState.of(epoch.number(), database).equals(state);
          if (isOurs[0]) {
            add(batch);
            reached.store(epoch.number(), database);
          }
        });
    if (isOurs[0]) {
      state = reached;
      mustClear = false;
    }
    return isOurs[0];
  }

  private void add(List<ReadMail> batch) throws SQLException {
    if (mustClear) {
      writer.deleteEpoch(epoch.number());
    }
    for (ReadMail mail : batch) {
      MailNumber number = MailNumber.of(epoch.number(), mail.arrival().position());
      switch (mail.arrival().kind()) {
        case ADDED -> {
          writer.add(number, mail.arrival(), mail.facts().orElseThrow());
          newCount++;
          mail.damage().ifPresent(options.diagnostics());
        }
        case DELETED -> writer.delete(number, mail.arrival().blob());
        case UNREADABLE -> unreadableCount++;
        case OTHER -> {
          // Nothing of public-inbox.
        }
      }
    }
  }

  /**
   * Finds the newest commit of an epoch.
   *
   * <p>The usual forms (gitrepository-layout(5): {@code HEAD}, loose and packed refs) are read
   * here, since to load JGit takes longer than to see that nothing is new; JGit reads the unusual
   * ones.
   */
  private static final class EpochTip {
    private static final String BRANCH = "ref: refs/heads/";

    private EpochTip() {}

    /** Finds it; there is none in a repository without commits. */
    static Optional<ObjectId> find(Path repository) throws IOException {
      Optional<ObjectId> plain = findPlain(repository);
      return plain.isPresent() ? plain : findAny(repository);
    }

    private static Optional<ObjectId> findPlain(Path repository) throws IOException {
      String head = text(repository.resolve("HEAD")).strip();
      if (!head.startsWith(BRANCH) || !isWord(head.substring(BRANCH.length()))) {
        return Optional.empty();
      }
      String branch = head.substring("ref: ".length());
      String loose = text(repository.resolve(branch)).strip();
      String id = loose.isEmpty() ? packed(repository, branch) : loose;
      return ObjectId.isId(id) ? Optional.of(ObjectId.fromString(id)) : Optional.empty();
    }

    /** Whether a branch name leads nowhere else in the file system. */
    private static boolean isWord(String name) {
      for (int i = 0; i < name.length(); i++) {
        char c = name.charAt(i);
        if (!Character.isLetterOrDigit(c) && c != '-' && c != '_') {
          return false;
        }
      }
      return !name.isEmpty();
    }

    private static String packed(Path repository, String branch) throws IOException {
      String refs = "\n" + text(repository.resolve("packed-refs"));
      int at = refs.indexOf(" " + branch + "\n");
      return at < 0 ? "" : refs.substring(refs.lastIndexOf('\n', at) + 1, at);
    }

    private static String text(Path file) throws IOException {
      try {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
      } catch (NoSuchFileException nothing) {
        return "";
      }
    }

    /**
     * Asks JGit; where {@code HEAD} names no commit, as after a clone of "main", the only branch.
     */
    private static Optional<ObjectId> findAny(Path repository) throws IOException {
      try (Repository git = BareRepository.open(repository)) {
        ObjectId head = git.resolve(Constants.HEAD);
        if (head != null) {
          return Optional.of(head);
        }
        List<Ref> branches = git.getRefDatabase().getRefsByPrefix(Constants.R_HEADS);
        return branches.size() == 1
            ? Optional.ofNullable(branches.get(0).getObjectId())
            : Optional.empty();
      }
    }
  }
}
