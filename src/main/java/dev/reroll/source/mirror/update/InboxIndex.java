package dev.reroll.source.mirror.update;

import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Locator;
import dev.reroll.problem.Refusal;
import dev.reroll.source.PrivateFolder;
import dev.reroll.source.ShellWord;
import dev.reroll.source.mirror.inbox.Inbox;
import dev.reroll.source.mirror.index.IndexDatabase;
import dev.reroll.source.mirror.index.IndexTrouble;
import dev.reroll.source.mirror.index.NativeLibrary;
import dev.reroll.source.mirror.update.InboxUpdate.IndexReport;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The index of one inbox, brought up to date when it is first asked. Not for several threads at
 * once.
 *
 * <p>An index that is damaged, or of another version, is made anew. One that cannot be written is
 * made in memory for this run, or refused.
 */
public final class InboxIndex implements AutoCloseable {
  private final Inbox inbox;
  private final IndexOptions options;
  private final Path file;
  private boolean mayUseMemory;
  private boolean isInMemory;
  private Optional<Opened> opened = Optional.empty();

  private record Opened(IndexDatabase database, IndexReport report) {}

  /** Asks an index something. */
  @FunctionalInterface
  public interface Question<T> {
    /** Returns the answer, read while the index is open. */
    T ask(IndexDatabase database) throws SQLException, Refusal;
  }

  private InboxIndex(Inbox inbox, IndexOptions options, Path file) {
    this.inbox = inbox;
    this.options = options;
    this.file = file;
  }

  /** Creates the index of {@code inbox}; nothing is opened yet. */
  public static InboxIndex of(Inbox inbox, IndexOptions options) throws Refusal {
    try {
      return new InboxIndex(inbox, options, options.indexFolder().resolve(inbox.indexName()));
    } catch (IOException gone) {
      throw Refusal.unreadable(
          "cannot read mirror '" + inbox.folder() + "': " + gone.getMessage(),
          "ls -l " + ShellWord.of(inbox.folder().toString()));
    }
  }

  /** From now on works in memory, and says so, where the cache folder cannot be written. */
  public InboxIndex orInMemory() {
    mayUseMemory = true;
    return this;
  }

  Inbox inbox() {
    return inbox;
  }

  /** Forgets all that was indexed before. */
  public void clear() throws Refusal {
    try {
      close();
      IndexDatabase.delete(file);
    } catch (IOException cannotDelete) {
      throw unwritable(cannotDelete);
    }
  }

  /** Returns what became of the index when it was brought up to date. */
  public IndexReport report() throws Refusal {
    ask(database -> true);
    return opened.orElseThrow().report();
  }

  /** Returns the answer to {@code question}, from an index that is up to date. */
  public <T> T ask(Question<T> question) throws Refusal {
    boolean wasDamaged = false;
    while (true) {
      try {
        return question.ask(database());
      } catch (SQLException failed) {
        recover(failed, wasDamaged);
        wasDamaged |= IndexTrouble.of(failed) == IndexTrouble.DAMAGED;
      } catch (IOException failed) {
        workInMemory(failed);
      }
    }
  }

  private IndexDatabase database() throws SQLException, IOException, Refusal {
    if (opened.isEmpty()) {
      IndexDatabase database = open();
      boolean done = false;
      try {
        IndexReport report = new InboxUpdate(inbox, database, options).run();
        opened = Optional.of(new Opened(database, report));
        done = true;
      } finally {
        if (!done) {
          database.close();
        }
      }
    }
    return opened.orElseThrow().database();
  }

  private IndexDatabase open() throws SQLException, IOException {
    NativeLibrary.prepare(options.cacheFolder());
    if (isInMemory) {
      return IndexDatabase.inMemory();
    }
    PrivateFolder.make(options.indexFolder());
    if (Files.notExists(file)) {
      createFile();
    }
    return IndexDatabase.open(file);
  }

  /** SQLite gives the files beside an index the index's own mode. */
  private void createFile() throws IOException {
    try {
      Files.createFile(file, PrivateFolder.forFile(file));
    } catch (FileAlreadyExistsException anotherProcessWasQuicker) {
      return;
    }
  }

  private void recover(SQLException failed, boolean wasDamaged) throws Refusal {
    switch (IndexTrouble.of(failed)) {
      case DAMAGED -> {
        if (wasDamaged) {
          throw new IllegalStateException("an index that was just made is damaged", failed);
        }
        clear();
      }
      case UNWRITABLE -> workInMemory(failed);
      case BUSY ->
          throw Refusal.unreadable(
              "cannot use index '" + file + "': another process holds it", "reroll index --help");
      case OTHER -> throw new IllegalStateException("the index failed", failed);
    }
  }

  private void workInMemory(Exception failed) throws Refusal {
    if (!mayUseMemory || isInMemory) {
      throw unwritable(failed);
    }
    close();
    isInMemory = true;
    options
        .diagnostics()
        .accept(
            Diagnostic.note(
                new Locator(file.toString(), 0),
                "the index cannot be stored ("
                    + reason(failed)
                    + "), so it is built for this run only"));
  }

  private Refusal unwritable(Exception failed) {
    return Refusal.unreadable(
        "cannot write index '" + file + "': " + reason(failed),
        "XDG_CACHE_HOME=/var/tmp/cache reroll index " + ShellWord.of(inbox.folder().toString()));
  }

  private static String reason(Exception failed) {
    if (failed instanceof AccessDeniedException denied) {
      return "permission denied: " + denied.getFile();
    }
    return failed instanceof IOException
        ? failed.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ")
            + ": "
            + failed.getMessage()
        : String.valueOf(failed.getMessage());
  }

  @Override
  public void close() {
    if (opened.isPresent()) {
      opened.get().database().close();
    }
    opened = Optional.empty();
  }
}
