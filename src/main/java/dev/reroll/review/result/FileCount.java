package dev.reroll.review.result;

import dev.reroll.patch.UnseenChange;
import java.util.List;

/**
 * Counts the changed lines of one file.
 *
 * @param path its path in the new tree
 * @param kind the sort of change that it went through
 * @param unseen what else differs, and {@code git range-diff} does not compare
 */
public record FileCount(String path, ChangeKind kind, LineCount lines, List<UnseenChange> unseen) {
  public FileCount {
    unseen = List.copyOf(unseen);
  }

  /** Counts the lines of a file of which nothing else differs. */
  public FileCount(String path, ChangeKind kind, LineCount lines) {
    this(path, kind, lines, List.of());
  }
}
