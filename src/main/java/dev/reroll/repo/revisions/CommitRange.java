package dev.reroll.repo.revisions;

import java.util.ArrayList;
import java.util.List;

/**
 * Commits of a range: all that can be reached from some objects, without those that can be reached
 * from others. An object that is no commit leads nowhere.
 *
 * @param text as the user wrote it
 * @param included the ids of the objects that the commits are reached from
 * @param excluded the ids of those that they may not be reached from
 */
public record CommitRange(String text, List<String> included, List<String> excluded) {
  public CommitRange {
    included = List.copyOf(included);
    excluded = List.copyOf(excluded);
  }

  /** Returns what this range and {@code other} have together. */
  CommitRange with(CommitRange other) {
    List<String> both = new ArrayList<>(included);
    both.addAll(other.included);
    List<String> neither = new ArrayList<>(excluded);
    neither.addAll(other.excluded);
    return new CommitRange(text, both, neither);
  }
}
