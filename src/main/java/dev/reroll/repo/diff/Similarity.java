package dev.reroll.repo.diff;

import dev.reroll.linediff.SharedChunks;
import dev.reroll.linediff.SharedChunks.Counted;
import dev.reroll.repo.paths.TreeChange.State;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;

/**
 * How much of one file is in another, as git's rename detection does (git-diff(1), {@code -M}).
 *
 * <p>What both files have of the same {@link SharedChunks chunks}, in octets, against the size of
 * the larger file, is the score.
 */
final class Similarity {
  /** The score of equal files. */
  static final int FULL = 60_000;

  private final Contents contents;
  private final SharedChunks chunks = new SharedChunks();
  private final Map<ObjectId, Counted> counted = new HashMap<>();

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
    return (int) (count(before).sharedWith(count(after)) * FULL / larger);
  }

  /** Returns how many octets of each chunk a file has. */
  private Counted count(State state) throws IOException {
    Counted known = counted.get(state.id());
    if (known == null) {
      byte[] content = contents.of(state);
      known = chunks.count(content, contents.isBinary(state, content));
      counted.put(state.id(), known);
    }
    return known;
  }
}
