package dev.reroll.source.mirror.index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * How far an epoch is indexed.
 *
 * @param tip the last commit that was read; none before the first
 * @param commitCount how many commits were read
 */
public record EpochState(Optional<ObjectId> tip, int commitCount) {
  /** Reads how far the epoch with this number is indexed. */
  public static EpochState of(int epoch, IndexDatabase database) throws SQLException {
    try (ResultSet row =
        database
            .statement("SELECT tip, commit_count FROM epoch WHERE number = ?", epoch)
            .executeQuery()) {
      return row.next()
          ? new EpochState(Optional.of(ObjectId.fromRaw(row.getBytes(1))), row.getInt(2))
          : new EpochState(Optional.empty(), 0);
    }
  }

  /** Notes it down for {@code epoch}, within a transaction. */
  public void store(int epoch, IndexDatabase database) throws SQLException {
    database.change(
        "INSERT OR REPLACE INTO epoch VALUES(?, ?, ?)",
        epoch,
        IndexWriter.octets(tip.orElseThrow()),
        commitCount);
  }
}
