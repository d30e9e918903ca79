package dev.reroll.review.comments;

import dev.reroll.linediff.Edit;
import dev.reroll.linediff.ItemDiff;
import dev.reroll.review.code.SourceFile;
import dev.reroll.review.material.LineWords;
import dev.reroll.review.result.CommentAudit.Fate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What became of one line of a file from the old patch to the new one.
 *
 * <p>The lines of both, signs included, are diffed. A line that is kept is unchanged, unless its
 * {@link Surroundings} changed. One that is kept among changed lines, and says so little that it
 * might be any, is only perhaps the same, and not followed if all lines next to it differ. For one
 * that is not kept see {@link LineSuccessor}.
 *
 * @param fate not followed where this file does not tell
 * @param index 0-based place of what it is now among the lines of the new file
 */
record LineFate(Fate fate, Optional<Integer> index) {
  private static final int LETTERS_OF_DISTINCTIVE = 14;
  private static final int LETTERS_OF_ANCHOR = 8;
  private static final int LINES_OF_ANCHOR = 4;

  /** Judges the line at {@code spot} of {@code before}. */
  static LineFate of(
      List<SourceFile.Line> before, QuotedPlace.Spot spot, List<SourceFile.Line> after) {
    return new Search(before, spot, after, ItemDiff.edits(signed(before), signed(after))).fate();
  }

  private record Search(
      List<SourceFile.Line> before,
      QuotedPlace.Spot spot,
      List<SourceFile.Line> after,
      List<Edit> edits) {
    LineFate fate() {
      int line = spot.index();
      int shift = 0;
      int runStart = 0;
      int runEnd = before.size();
      for (Edit edit : edits) {
        if (edit.beforeStart() <= line && line < edit.beforeEnd()) {
          return new LineSuccessor(before, line, after, edit).find();
        }
        if (edit.beforeEnd() <= line) {
          shift = edit.afterEnd() - edit.beforeEnd();
          runStart = edit.beforeEnd();
        } else {
          runEnd = Math.min(runEnd, edit.beforeStart());
        }
      }
      int now = line + shift;
      if (!isAnchored(runStart, runEnd)) {
        boolean isAlone = LineSuccessor.agreeing(before, line, after, now) == 0;
        return isAlone
            ? new LineFate(Fate.NOT_TRACEABLE, Optional.empty())
            : new LineFate(Fate.UNCERTAIN, Optional.of(now));
      }
      boolean disturbed = new Surroundings(before, spot, after, edits).areChanged(now);
      return new LineFate(disturbed ? Fate.CHANGED_AROUND : Fate.UNCHANGED, Optional.of(now));
    }

    /** Whether the kept lines around it are such that they are hardly kept by chance. */
    private boolean isAnchored(int start, int end) {
      boolean isAll = start == 0 && end == before.size();
      return isAll
          || end - start >= LINES_OF_ANCHOR
          || before.subList(start, end).stream().anyMatch(this::isAnchor);
    }

    private boolean isAnchor(SourceFile.Line line) {
      return LineWords.letters(line.text()) >= LETTERS_OF_ANCHOR
          && Collections.frequency(signed(before), line.signed()) == 1
          && Collections.frequency(signed(after), line.signed()) == 1;
    }
  }

  static List<String> signed(List<SourceFile.Line> lines) {
    return lines.stream().map(SourceFile.Line::signed).toList();
  }

  /** Whether a line says so much that it is hardly written twice by chance. */
  static boolean isDistinctive(String line) {
    return LineWords.letters(line) >= LETTERS_OF_DISTINCTIVE && line.strip().indexOf(' ') > 0;
  }
}
