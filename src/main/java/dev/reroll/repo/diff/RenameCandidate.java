package dev.reroll.repo.diff;

import dev.reroll.repo.paths.TreeChange.State;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a deleted and a new file that may be the same. The most alike come first; of equals, those
 * with the same name but for folders.
 *
 * @param score how alike they are, up to {@link Similarity#FULL}
 */
record RenameCandidate(State before, State after, int score, boolean sameName)
    implements Comparable<RenameCandidate> {
  @Override
  public int compareTo(RenameCandidate other) {
    int byScore = Integer.compare(other.score, score);
    return byScore != 0 ? byScore : Boolean.compare(other.sameName, sameName);
  }

  /** Keeps the four best candidates of one new file, in git's places. */
  static final class Best {
    private static final int MOST = 4;

    private final List<RenameCandidate> kept = new ArrayList<>();

    /** Takes {@code candidate} in the place of the worst, where it is better. */
    void offer(RenameCandidate candidate) {
      if (kept.size() < MOST) {
        kept.add(candidate);
        return;
      }
      int worst = 0;
      for (int i = 1; i < MOST; i++) {
        worst = kept.get(i).compareTo(kept.get(worst)) > 0 ? i : worst;
      }
      if (kept.get(worst).compareTo(candidate) > 0) {
        kept.set(worst, candidate);
      }
    }

    List<RenameCandidate> all() {
      return kept;
    }
  }
}
