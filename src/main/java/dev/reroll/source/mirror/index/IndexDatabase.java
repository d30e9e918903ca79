package dev.reroll.source.mirror.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.sqlite.JDBC;

/**
 * One open index: a connection with its prepared statements. Not for several threads at once.
 *
 * <p>Processes share the file through SQLite's write-ahead log: readers never wait, writers wait
 * for each other, for a minute at most (sqlite.org/wal.html).
 */
public final class IndexDatabase implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;
  private static final int CACHE_KIB = 65_536;

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  private IndexDatabase(Connection connection) {
    this.connection = connection;
  }

  /** Does something in a transaction. */
  @FunctionalInterface
  public interface Work {
    /** Makes the changes; what it throws takes them back. */
    void run() throws SQLException;
  }

  /**
   * Opens the index in {@code file}, made if it is not there.
   *
   * @throws SQLException where it is damaged or cannot be written; see {@link IndexTrouble}
   */
  public static IndexDatabase open(Path file) throws SQLException {
    return ready("jdbc:sqlite:" + file.toAbsolutePath());
  }

  /** Opens an index that is gone when it is closed. */
  public static IndexDatabase inMemory() throws SQLException {
    return ready("jdbc:sqlite::memory:");
  }

  /** Takes a damaged index away, with what SQLite keeps beside it. */
  public static void delete(Path file) throws IOException {
    for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
    }
  }

  private static IndexDatabase ready(String address) throws SQLException {
    IndexDatabase database = new IndexDatabase(JDBC.createConnection(address, new Properties()));
    try {
      database.configure();
      return database;
    } catch (SQLException | RuntimeException failed) {
      database.close();
      throw failed;
    }
  }

  private void configure() throws SQLException {
    execute("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
    boolean isEmpty = IndexSchema.isEmpty(connection);
    if (!isEmpty && !IndexSchema.isCurrent(connection)) {
      throw new OtherSchema();
    }
    execute("PRAGMA journal_mode = WAL");
    // A power cut may lose the newest batches, never the index.
    execute("PRAGMA synchronous = NORMAL");
    execute("PRAGMA cache_size = -" + CACHE_KIB);
    execute("PRAGMA temp_store = MEMORY");
    if (isEmpty) {
      inTransaction(() -> IndexSchema.create(connection));
      if (!IndexSchema.isCurrent(connection)) {
        throw new OtherSchema();
      }
    }
  }

  /** Says that the file was made by another version of this program, or by another program. */
  static final class OtherSchema extends SQLException {
    private static final long serialVersionUID = 1L;

    OtherSchema() {
      super("the tables are of another version");
    }
  }

  /** Does {@code work} as the only writer; all of it, or nothing where it throws. */
  public void inTransaction(Work work) throws SQLException {
    execute("BEGIN IMMEDIATE");
    boolean done = false;
    try {
      work.run();
      execute("COMMIT");
      done = true;
    } finally {
      if (!done) {
        rollBack();
      }
    }
  }

  private void rollBack() {
    try {
      execute("ROLLBACK");
    } catch (SQLException alreadyRolledBack) {
      // SQLite itself rolls back when the disk is full; the first failure is the one to report.
    }
  }

  /** Runs a statement once. */
  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns the statement for {@code sql}, compiled once, with these values set. */
  public PreparedStatement statement(String sql, Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** Runs a change, compiled once. */
  public int change(String sql, Object... values) throws SQLException {
    return statement(sql, values).executeUpdate();
  }

  @Override
  public void close() {
    try {
      for (PreparedStatement statement : prepared.values()) {
        statement.close();
      }
      connection.close();
    } catch (SQLException cannotClose) {
      // All that counts was committed before.
    }
  }
}
