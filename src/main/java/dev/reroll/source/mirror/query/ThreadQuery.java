package dev.reroll.source.mirror.query;

import dev.reroll.source.mirror.inbox.Inbox.MailNumber;
import dev.reroll.source.mirror.index.IndexDatabase;
import dev.reroll.source.mirror.query.InboxShelf.FoundMail;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Walks threads within one index: message ids are nodes, mails join theirs with those that they
 * refer to, there or not, and a thread is what hangs together (as public-inbox has it).
 *
 * <p>SQLite does the walk, over the tables' indexes, in time linear in the references of the mails
 * found.
 */
final class ThreadQuery {
  private static final String WALK =
      "INSERT INTO temp.node WITH RECURSIVE reached(id) AS ("
          + " SELECT m.id FROM temp.seed s JOIN message_id m ON m.value = s.value"
          + " UNION SELECT a.message_id FROM reached r JOIN mail ON mail.message_id = r.id"
          + " JOIN above a ON a.mail = mail.number"
          + " UNION SELECT mail.message_id FROM reached r JOIN above a ON a.message_id = r.id"
          + " JOIN mail ON mail.number = a.mail WHERE mail.message_id IS NOT NULL"
          + ") SELECT id FROM reached LIMIT ?";

  private static final String MAILS =
      "SELECT mail.number, mail.blob, mail.arrival, m.value FROM temp.node n"
          + " JOIN mail ON mail.message_id = n.id JOIN message_id m ON m.id = n.id"
          + " ORDER BY mail.number LIMIT ?";

  private final IndexDatabase database;
  private final int limit;

  /**
   * Creates a walk.
   *
   * @param limit how many mails, and how many ids, are found at most
   */
  ThreadQuery(IndexDatabase database, int limit) {
    this.database = database;
    this.limit = limit;
  }

  /**
   * Returns all message ids that hang together with {@code ids}, of mails that are not there too.
   */
  Set<String> reach(Collection<String> ids) throws SQLException {
    database.execute("CREATE TEMP TABLE IF NOT EXISTS seed(value TEXT PRIMARY KEY)");
    database.execute("CREATE TEMP TABLE IF NOT EXISTS node(id INTEGER PRIMARY KEY)");
    database.change("DELETE FROM temp.seed");
    database.change("DELETE FROM temp.node");
    for (String id : ids) {
      database.change("INSERT OR IGNORE INTO temp.seed VALUES(?)", id);
    }
    database.change(WALK, limit);
    Set<String> reached = new LinkedHashSet<>();
    PreparedStatement values =
        database.statement("SELECT value FROM temp.node JOIN message_id USING(id)");
    try (ResultSet row = values.executeQuery()) {
      while (row.next()) {
        reached.add(row.getString(1));
      }
    }
    return reached;
  }

  /** Returns the mails of the ids last reached, in order of arrival. */
  List<FoundMail> mails() throws SQLException {
    List<FoundMail> found = new ArrayList<>();
    try (ResultSet row = database.statement(MAILS, limit).executeQuery()) {
      while (row.next()) {
        found.add(
            new FoundMail(
                new MailNumber(row.getLong(1)),
                ObjectId.fromRaw(row.getBytes(2)),
                row.getLong(3),
                row.getString(4)));
      }
    }
    return found;
  }
}
