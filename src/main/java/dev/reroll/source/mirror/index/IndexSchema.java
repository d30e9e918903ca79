package dev.reroll.source.mirror.index;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Describes the tables of an index.
 *
 * <p>A mail's number is its epoch × 2³² + its position there, so that mails sort by arrival and an
 * epoch is one range. Message ids, people and paths are written once and then named by numbers.
 */
public final class IndexSchema {
  /**
   * Changes with every change of the tables, or of what is read from mails: then all is read anew.
   */
  public static final int VERSION = 1;

  /** "rrix" in SQLite's header: the file is ours. */
  private static final int APPLICATION = 0x72726978;

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE epoch(number INTEGER PRIMARY KEY, tip BLOB NOT NULL,"
              + " commit_count INTEGER NOT NULL)",
          "CREATE TABLE message_id(id INTEGER PRIMARY KEY, value TEXT NOT NULL UNIQUE)",
          "CREATE TABLE person(id INTEGER PRIMARY KEY, address TEXT NOT NULL, name TEXT NOT NULL,"
              + " UNIQUE(address, name))",
          "CREATE INDEX person_name ON person(name)",
          "CREATE TABLE path(id INTEGER PRIMARY KEY, value TEXT NOT NULL UNIQUE)",
          "CREATE TABLE mail(number INTEGER PRIMARY KEY, blob BLOB NOT NULL,"
              + " arrival INTEGER NOT NULL, message_id INTEGER REFERENCES message_id,"
              + " kind INTEGER NOT NULL, subject TEXT NOT NULL, title TEXT NOT NULL,"
              + " date INTEGER NOT NULL)",
          "CREATE INDEX mail_message_id ON mail(message_id)",
          "CREATE INDEX mail_blob ON mail(blob)",
          "CREATE TABLE by_person(mail INTEGER NOT NULL, person INTEGER NOT NULL,"
              + " date INTEGER NOT NULL, PRIMARY KEY(mail, person)) WITHOUT ROWID",
          "CREATE INDEX by_person_date ON by_person(person, date)",
          "CREATE TABLE above(mail INTEGER NOT NULL, message_id INTEGER NOT NULL,"
              + " PRIMARY KEY(mail, message_id)) WITHOUT ROWID",
          "CREATE INDEX above_message_id ON above(message_id)",
          "CREATE TABLE linked(mail INTEGER NOT NULL, message_id INTEGER NOT NULL,"
              + " PRIMARY KEY(mail, message_id)) WITHOUT ROWID",
          "CREATE INDEX linked_message_id ON linked(message_id)",
          "CREATE TABLE change(mail INTEGER NOT NULL, id TEXT NOT NULL,"
              + " PRIMARY KEY(mail, id)) WITHOUT ROWID",
          "CREATE INDEX change_id ON change(id)",
          "CREATE TABLE patch(mail INTEGER NOT NULL, id BLOB NOT NULL,"
              + " PRIMARY KEY(mail, id)) WITHOUT ROWID",
          "CREATE INDEX patch_id ON patch(id)",
          "CREATE TABLE touched(mail INTEGER NOT NULL, path INTEGER NOT NULL,"
              + " PRIMARY KEY(mail, path)) WITHOUT ROWID",
          "CREATE INDEX touched_path ON touched(path)",
          "CREATE TABLE deleted(number INTEGER PRIMARY KEY, blob BLOB NOT NULL)",
          "CREATE INDEX deleted_blob ON deleted(blob)");

  /** The tables that hold more about a mail, by its number. */
  static final List<String> DETAILS =
      List.of("by_person", "above", "linked", "change", "patch", "touched");

  private IndexSchema() {}

  /** Whether the database is an index of this version, once made. */
  static boolean isCurrent(Connection database) throws SQLException {
    return number(database, "PRAGMA application_id") == APPLICATION
        && number(database, "PRAGMA user_version") == VERSION;
  }

  /** Whether nothing was ever written to the database. */
  static boolean isEmpty(Connection database) throws SQLException {
    return number(database, "SELECT count(*) FROM sqlite_schema") == 0;
  }

  /** Makes the tables, unless another process just did; the caller commits. */
  static void create(Connection database) throws SQLException {
    if (isEmpty(database)) {
      try (Statement statement = database.createStatement()) {
        for (String table : TABLES) {
          statement.execute(table);
        }
        statement.execute("PRAGMA application_id = " + APPLICATION);
        statement.execute("PRAGMA user_version = " + VERSION);
      }
    }
  }

  private static long number(Connection database, String query) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
