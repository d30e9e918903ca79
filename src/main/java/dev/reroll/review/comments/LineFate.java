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

  /** Whether any of the lines from {@code first} to {@code end} of {@code before} changed. */
  static boolean isChanged(
      List<SourceFile.Line> before, int first, int end, List<SourceFile.Line> after) {
    for (Edit edit : ItemDiff.edits(signed(before), signed(after))) {
      if (edit.beforeStart() < end && edit.beforeEnd() >= first) {
        boolean isInside = edit.beforeEnd() > first || edit.beforeStart() > first;
        if (isInside) {
          return true;
        }
      }
    }
    return false;
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

  /**
   * Whether what stands around a line changed, which itself is kept.
   *
   * <p>It did where a changed line came or went within {@value #NEIGHBOURHOOD} lines of it, or
   * among the few lines that were quoted with it, or where one is now on the other side of an
   * unchanged line. Blank lines count right beside it, and where they stand alone among unchanged
   * lines; white space counts right beside it.
   *
   * @param edits between both, signs included
   */
  private record Surroundings(
      List<SourceFile.Line> before,
      QuotedPlace.Spot spot,
      List<SourceFile.Line> after,
      List<Edit> edits) {
    private static final int NEIGHBOURHOOD = 3;

    /** As many lines are quoted to show one spot; who quotes more shows the way there. */
    private static final int MAX_SPOT = 6;

    /** Judges the line at the spot, which is at {@code now} in the new file. */
    boolean areChanged(int now) {
      return isDisturbed(before, spot.index(), true) || isDisturbed(after, now, false);
    }

    /** Whether a line near {@code at} is one that came, or went. */
    private boolean isDisturbed(List<SourceFile.Line> lines, int at, boolean isBefore) {
      int quoted = spot.quotedAbove() + 1 + spot.quotedBelow();
      int above = quoted <= MAX_SPOT ? spot.quotedAbove() : 0;
      int first = at;
      while (first > 0 && at - first < Math.max(NEIGHBOURHOOD, above) && !isGap(lines, first - 1)) {
        first--;
      }
      int last = at;
      while (last + 1 < lines.size()
          && last - at < Math.max(NEIGHBOURHOOD, spot.quotedBelow())
          && !isGap(lines, last)) {
        last++;
      }
      for (int i = first; i <= last; i++) {
        boolean isNext = Math.abs(i - at) == 1;
        boolean mayBeBlank = isNext || (i > at && i - at <= spot.quotedBelow()) || isLone(lines, i);
        boolean counts = lines.get(i).isChanged() && (mayBeBlank || !lines.get(i).text().isBlank());
        if (counts && (isEdited(i, isBefore, isNext) || isPassed(i, isBefore))) {
          return true;
        }
      }
      return false;
    }

    /** Whether the line is a change of its own, with unchanged lines above and below. */
    private static boolean isLone(List<SourceFile.Line> lines, int index) {
      boolean isBelow = index > 0 && lines.get(index - 1).isChanged();
      return !isBelow && !(index + 1 < lines.size() && lines.get(index + 1).isChanged());
    }

    /**
     * Whether the line came or went, and not only its white space changed.
     *
     * @param isNext whether it stands right beside the line, where white space counts
     */
    private boolean isEdited(int index, boolean isBefore, boolean isNext) {
      for (Edit edit : edits) {
        List<SourceFile.Line> old = before.subList(edit.beforeStart(), edit.beforeEnd());
        List<SourceFile.Line> current = after.subList(edit.afterStart(), edit.afterEnd());
        int start = isBefore ? edit.beforeStart() : edit.afterStart();
        List<SourceFile.Line> own = isBefore ? old : current;
        if (start <= index && index < start + own.size()) {
          String key = QuotedPlace.key(own.get(index - start).signed());
          return isNext
              || (isBefore ? current : old)
                  .stream().noneMatch(line -> QuotedPlace.key(line.signed()).equals(key));
        }
      }
      return false;
    }

    /** Whether another hunk begins behind the line. */
    private static boolean isGap(List<SourceFile.Line> lines, int index) {
      SourceFile.Line line = lines.get(index);
      SourceFile.Line next = lines.get(index + 1);
      return line.sign() != '-' && next.sign() != '-' && next.number() - line.number() > 1;
    }

    /** Whether an unchanged line went from above this kept one to below it, or back. */
    private boolean isPassed(int index, boolean isBefore) {
      for (int i = 0; i + 1 < edits.size(); i++) {
        Edit above = edits.get(i);
        Edit below = edits.get(i + 1);
        int start = isBefore ? above.beforeEnd() : above.afterEnd();
        int end = isBefore ? below.beforeStart() : below.afterStart();
        if (start <= index && index < end && end - start <= NEIGHBOURHOOD) {
          return passes(above, below) || passes(below, above);
        }
      }
      return false;
    }

    private boolean passes(Edit from, Edit to) {
      List<String> came = LineFate.signed(after.subList(to.afterStart(), to.afterEnd()));
      return before.subList(from.beforeStart(), from.beforeEnd()).stream()
          .anyMatch(line -> LineWords.letters(line.signed()) > 0 && came.contains(line.signed()));
    }
  }
}
