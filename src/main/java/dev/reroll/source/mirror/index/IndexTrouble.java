package dev.reroll.source.mirror.index;

import java.sql.SQLException;
import java.util.Arrays;
import org.sqlite.SQLiteErrorCode;

/** Sorts what SQLite reports by what can be done about it. */
public enum IndexTrouble {
  /** The file is damaged, or not an index of this version: make it anew. */
  DAMAGED,
  /** The folder cannot be written, or the disk is full: do without it. */
  UNWRITABLE,
  /** Another process writes for longer than anyone wants to wait. */
  BUSY,
  /** Anything else. */
  OTHER;

  /** The low eight bits of a code are its kind (sqlite.org/rescode.html). */
  private static final int KIND = 0xff;

  /** Sorts a failure by its code. */
  public static IndexTrouble of(SQLException failed) {
    if (failed instanceof IndexDatabase.OtherSchema) {
      return DAMAGED;
    }
    int kind = failed.getErrorCode() & KIND;
    SQLiteErrorCode code =
        Arrays.stream(SQLiteErrorCode.values())
            .filter(known -> known.code == kind)
            .findFirst()
            .orElse(SQLiteErrorCode.UNKNOWN_ERROR);
    return switch (code) {
      case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT, SQLITE_ERROR, SQLITE_CONSTRAINT -> DAMAGED;
      case SQLITE_CANTOPEN,
          SQLITE_READONLY,
          SQLITE_FULL,
          SQLITE_IOERR,
          SQLITE_PERM,
          SQLITE_NOLFS,
          SQLITE_AUTH ->
          UNWRITABLE;
      case SQLITE_BUSY, SQLITE_LOCKED -> BUSY;
      default -> OTHER;
    };
  }
}
