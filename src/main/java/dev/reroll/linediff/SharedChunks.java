package dev.reroll.linediff;

import java.util.HashMap;
import java.util.Map;

/**
 * How much two contents share, as git's rename detection counts it (git-diff(1), {@code -M}).
 *
 * <p>A content is cut into chunks, at each line end and after 64 octets; a CR before an LF of a
 * text does not count. As in git 2.39, a last line without an end is no chunk.
 */
public final class SharedChunks {
  private static final int MAX_CHUNK = 64;

  private final LineTable chunks = new LineTable();

  /**
   * How many octets of each chunk a content has.
   *
   * @param octetCounts by the number of the chunk
   */
  public record Counted(Map<Integer, Integer> octetCounts) {
    /** Returns how many octets both have in the same chunks. */
    public long sharedWith(Counted other) {
      long shared = 0;
      for (Map.Entry<Integer, Integer> chunk : octetCounts.entrySet()) {
        shared += Math.min(chunk.getValue(), other.octetCounts.getOrDefault(chunk.getKey(), 0));
      }
      return shared;
    }
  }

  /** Counts the chunks of {@code content}; compared are those that one object has counted. */
  public Counted count(byte[] content, boolean isBinary) {
    Map<Integer, Integer> counts = new HashMap<>();
    byte[] chunk = new byte[MAX_CHUNK];
    int length = 0;
    for (int i = 0; i < content.length; i++) {
      boolean isReturn = content[i] == '\r' && i + 1 < content.length && content[i + 1] == '\n';
      if (isReturn && !isBinary) {
        continue;
      }
      chunk[length++] = content[i];
      if (length == MAX_CHUNK || content[i] == '\n') {
        counts.merge(chunks.intern(chunk.clone(), 0, length), length, Integer::sum);
        length = 0;
      }
    }
    return new Counted(counts);
  }
}
