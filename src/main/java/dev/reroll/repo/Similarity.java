package dev.reroll.repo;

import dev.reroll.linediff.LineTable;
import dev.reroll.repo.TreeChange.State;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Says how much of one file is in another, as git's rename detection does (git-diff(1), {@code
 * -M}).
 *
 * <p>A file is cut into chunks, at each line end and after 64 octets; a CR before an LF of a text
 * does not count. What both files have of the same chunks, in octets, against the size of the
 * larger file, is the score. As in git 2.39, a last line without an end is no chunk.
 */
final class Similarity {
  /** The score of equal files. */
  static final int FULL = 60_000;

  private static final int LONGEST_CHUNK = 64;

  private final Contents contents;
  private final LineTable chunks = new LineTable();
  private final Map<ObjectId, Map<Integer, Integer>> counted = new HashMap<>();

  Similarity(Contents contents) {
    this.contents = contents;
  }

  /** Returns the score of two regular files; 0 where it cannot reach {@code least}. */
  int of(State before, State after, int least) throws IOException {
    if (!before.isRegular() || !after.isRegular()) {
      return 0;
    }
    long beforeSize = contents.sizeOf(before);
    long afterSize = contents.sizeOf(after);
    long larger = Math.max(beforeSize, afterSize);
    if (larger * (FULL - least) < Math.abs(beforeSize - afterSize) * FULL || afterSize == 0) {
      return 0;
    }
    return (int) (shared(count(before), count(after)) * FULL / larger);
  }

  private static long shared(Map<Integer, Integer> before, Map<Integer, Integer> after) {
    long shared = 0;
    for (Map.Entry<Integer, Integer> chunk : before.entrySet()) {
      shared += Math.min(chunk.getValue(), after.getOrDefault(chunk.getKey(), 0));
    }
    return shared;
  }

  /** Returns how many octets of each chunk a file has. */
  private Map<Integer, Integer> count(State state) throws IOException {
    Map<Integer, Integer> known = counted.get(state.id());
    if (known == null) {
      byte[] content = contents.of(state);
      known = count(content, contents.isBinary(state, content));
      counted.put(state.id(), known);
    }
    return known;
  }

  private Map<Integer, Integer> count(byte[] content, boolean isBinary) {
    Map<Integer, Integer> counts = new HashMap<>();
    byte[] chunk = new byte[LONGEST_CHUNK];
    int length = 0;
    for (int i = 0; i < content.length; i++) {
      boolean isReturn = content[i] == '\r' && i + 1 < content.length && content[i + 1] == '\n';
      if (isReturn && !isBinary) {
        continue;
      }
      chunk[length++] = content[i];
      if (length == LONGEST_CHUNK || content[i] == '\n') {
        counts.merge(chunks.intern(chunk.clone(), 0, length), length, Integer::sum);
        length = 0;
      }
    }
    return counts;
  }
}
