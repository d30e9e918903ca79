package dev.reroll.review.result;

import dev.reroll.patch.UnseenChanges.UnseenChange;
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

  /** Counts lines that came and lines that went. */
  public record LineCount(int added, int removed) {
    /** No line at all. */
    public static final LineCount NONE = new LineCount(0, 0);

    public LineCount {
      if (added < 0 || removed < 0) {
        throw new IllegalArgumentException("+" + added + " -" + removed);
      }
    }

    /** Returns both together. */
    public int total() {
      return added + removed;
    }

    /** Returns the sum of both counts. */
    public LineCount plus(LineCount other) {
      return new LineCount(added + other.added, removed + other.removed);
    }

    /** Formats as {@code +3 -1}; what is 0 is left out, unless both are. */
    @Override
    public String toString() {
      if (total() == 0) {
        return "0";
      }
      String more = added > 0 ? "+" + added : "";
      String less = removed > 0 ? "-" + removed : "";
      return more + (more.isEmpty() || less.isEmpty() ? "" : " ") + less;
    }
  }
}
