package dev.reroll.source.mirror.update;

import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Locator;
import dev.reroll.problem.Refusal;
import dev.reroll.source.ShellWord;
import dev.reroll.source.mirror.inbox.Inbox;
import dev.reroll.source.mirror.index.IndexDatabase;
import dev.reroll.source.mirror.index.IndexWriter;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Brings the index of one inbox up to date. */
public final class InboxUpdate {
  private final Inbox inbox;
  private final IndexDatabase database;
  private final IndexOptions options;
  private long newCount;
  private long unreadableCount;

  InboxUpdate(Inbox inbox, IndexDatabase database, IndexOptions options) {
    this.inbox = inbox;
    this.database = database;
    this.options = options;
  }

  /**
   * Reads what is new, until nothing is: another process may be at it as well, and an epoch that
   * was rewritten may make others to be read anew.
   */
  IndexReport run() throws SQLException, Refusal {
    dropEpochsThatAreGone();
    boolean isNew = true;
    while (isNew) {
      isNew = false;
      for (Inbox.Epoch epoch : inbox.epochs()) {
        isNew |= updates(epoch);
      }
    }
    options.progress().end();
    warnOfUnreadable();
    return new IndexReport(inbox.name(), mailCount(), newCount, unreadableCount);
  }

  private boolean updates(Inbox.Epoch epoch) throws SQLException, Refusal {
    String number = inbox.epochs().size() > 1 ? "/" + epoch.number() : "";
    String task = "indexing " + inbox.name() + number + ", mails";
    EpochUpdate update = new EpochUpdate(epoch, task, database, options);
    try {
      return update.run();
    } catch (IOException damaged) {
      options.progress().end();
      throw damaged(epoch, damaged);
    } finally {
      newCount += update.newCount();
      unreadableCount += update.unreadableCount();
    }
  }

  /** Refuses an epoch whose repository cannot be read. */
  public static Refusal damaged(Inbox.Epoch epoch, IOException cause) {
    return Refusal.unreadable(
        "cannot read mirror '" + epoch.repository() + "': " + cause.getMessage(),
        "git -C " + ShellWord.of(epoch.repository().toString()) + " fsck");
  }

  private void dropEpochsThatAreGone() throws SQLException {
    Set<Integer> there = inbox.epochsByNumber().keySet();
    List<Integer> gone = new ArrayList<>();
    try (ResultSet row = database.statement("SELECT number FROM epoch").executeQuery()) {
      while (row.next()) {
        if (!there.contains(row.getInt(1))) {
          gone.add(row.getInt(1));
        }
      }
    }
    if (!gone.isEmpty()) {
      IndexWriter writer = new IndexWriter(database);
      database.inTransaction(
          () -> {
            for (int epoch : gone) {
              writer.deleteEpoch(epoch);
            }
          });
    }
  }

  private void warnOfUnreadable() {
    if (unreadableCount > 0) {
      options
          .diagnostics()
          .accept(
              Diagnostic.warning(
                  new Locator(inbox.folder().toString(), 0),
                  (unreadableCount == 1 ? "1 mail is" : unreadableCount + " mails are")
                      + " missing, damaged or too large, and left out"));
    }
  }

  private long mailCount() throws SQLException {
    try (ResultSet row = database.statement("SELECT count(*) FROM mail").executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /**
   * What became of one inbox's index.
   *
   * @param inbox the name of the list
   * @param mailCount how many mails the index holds now
   * @param newCount how many of them are new
   * @param unreadableCount how many mails were left out since they are missing, damaged or too
   *     large
   */
  public record IndexReport(String inbox, long mailCount, long newCount, long unreadableCount) {}
}
