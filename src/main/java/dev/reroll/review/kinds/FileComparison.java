package dev.reroll.review.kinds;

import dev.reroll.linediff.Edit;
import dev.reroll.linediff.ItemDiff;
import dev.reroll.review.code.ChangeFlow;
import dev.reroll.review.code.ChangeFlow.Item;
import dev.reroll.review.code.SourceFile;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.LineCount;

/**
 * What sort of change one file of a pair went through.
 *
 * <p>The first that holds, each with all changes in their places ({@link Placement}):
 *
 * <ol>
 *   <li>the changed lines are the same: {@code IDENTICAL}, whatever stands around them;
 *   <li>the same tokens, comments included: {@code WHITESPACE};
 *   <li>the same tokens without comments: {@code COMMENTS};
 *   <li>else {@code CODE}; whether that is only names, {@link PairKinds} finds out for all files of
 *       the pair together.
 * </ol>
 *
 * @param kind the sort of change
 * @param lines how many changed lines came and went; those that moved count as both
 * @param isMoved whether the changed lines are the same, but not all in their places
 */
record FileComparison(ChangeKind kind, LineCount lines, boolean isMoved) {
  static FileComparison of(SourceFile before, SourceFile after) {
    ChangeFlow old = ChangeFlow.ofLines(before);
    ChangeFlow current = ChangeFlow.ofLines(after);
    if (old.items().equals(current.items())) {
      int moved = new Placement(old, current).movedCount();
      return moved == 0
          ? new FileComparison(ChangeKind.IDENTICAL, LineCount.NONE, false)
          : new FileComparison(ChangeKind.CODE, new LineCount(moved, moved), true);
    }
    return new FileComparison(kind(before, after), count(old, current), false);
  }

  /** Returns what a file that only one side has counts for. */
  static FileComparison alone(LineCount lines) {
    return new FileComparison(ChangeKind.CODE, lines, false);
  }

  private static ChangeKind kind(SourceFile before, SourceFile after) {
    if (isSame(ChangeFlow.ofTokens(before), ChangeFlow.ofTokens(after))) {
      return ChangeKind.WHITESPACE;
    }
    return isSame(ChangeFlow.ofCode(before), ChangeFlow.ofCode(after))
        ? ChangeKind.COMMENTS
        : ChangeKind.CODE;
  }

  private static boolean isSame(ChangeFlow before, ChangeFlow after) {
    return before.items().equals(after.items()) && new Placement(before, after).movedCount() == 0;
  }

  private static LineCount count(ChangeFlow before, ChangeFlow after) {
    int added = 0;
    int removed = 0;
    for (Edit edit : ItemDiff.<Item>edits(before.items(), after.items())) {
      removed += edit.beforeEnd() - edit.beforeStart();
      added += edit.afterEnd() - edit.afterStart();
    }
    return new LineCount(added, removed);
  }
}
