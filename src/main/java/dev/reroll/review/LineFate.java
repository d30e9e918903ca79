package dev.reroll.review;

import dev.reroll.linediff.Edit;
import dev.reroll.linediff.ItemDiff;
import dev.reroll.linediff.WordDiff;
import dev.reroll.linediff.WordRun;
import dev.reroll.review.CommentAudit.Fate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Says what became of one line of a file from the old patch to the new one.
 *
 * <p>The lines of both, signs included, are diffed. A line that is kept is unchanged, unless a
 * changed line came or went within {@value #NEIGHBOURHOOD} lines of it. One that is not is changed,
 * if half of its letters are in a line that came in its place; it has moved, if it stands elsewhere
 * and is such that it can only be the same. Gone is what the new patch has nowhere in the file.
 *
 * @param index 0-based place of what it is now among the lines of the new file
 */
record LineFate(Fate fate, Optional<Integer> index) {
  private static final int NEIGHBOURHOOD = 3;
  private static final int MOST_ABOVE = 12;
  private static final int LETTERS_OF_DISTINCTIVE = 14;

  /**
   * Judges the line at {@code spot} of {@code before}; what was quoted above it counts as near,
   * too.
   */
  static LineFate of(
      List<SourceFile.Line> before, QuotedPlace.Spot spot, List<SourceFile.Line> after) {
    int above = Math.max(NEIGHBOURHOOD, Math.min(MOST_ABOVE, spot.quotedAbove()));
    return new Search(before, spot.index(), above, after).fate();
  }

  private record Search(
      List<SourceFile.Line> before, int line, int above, List<SourceFile.Line> after) {
    LineFate fate() {
      int shift = 0;
      boolean disturbed = false;
      Optional<Edit> hit = Optional.empty();
      for (Edit edit : ItemDiff.edits(signed(before), signed(after))) {
        if (edit.beforeStart() <= line && line < edit.beforeEnd()) {
          hit = Optional.of(edit);
        }
        if (edit.beforeEnd() <= line) {
          shift = edit.afterEnd() - edit.beforeEnd();
        }
        disturbed |= isNear(edit) && changesSomething(edit);
      }
      if (hit.isPresent()) {
        return replaced(hit.get());
      }
      Fate fate = disturbed ? Fate.CHANGED_AROUND : Fate.UNCHANGED;
      return new LineFate(fate, Optional.of(line + shift));
    }

    private boolean isNear(Edit edit) {
      return edit.beforeStart() <= line + NEIGHBOURHOOD && edit.beforeEnd() >= line - above;
    }

    /** Says whether a changed line is among what came or went; others are only shown or not. */
    private boolean changesSomething(Edit edit) {
      return before.subList(edit.beforeStart(), edit.beforeEnd()).stream().anyMatch(Search::counts)
          || after.subList(edit.afterStart(), edit.afterEnd()).stream().anyMatch(Search::counts);
    }

    private static boolean counts(SourceFile.Line line) {
      return line.isChanged() && !line.text().isBlank();
    }

    private LineFate replaced(Edit edit) {
      Optional<Integer> same = sameElsewhere();
      if (same.isPresent()) {
        return new LineFate(Fate.MOVED, same);
      }
      Optional<Integer> like = mostAlike(edit);
      if (like.isPresent()) {
        return new LineFate(Fate.CHANGED, like);
      }
      if (signed(after).contains(before.get(line).signed())) {
        return new LineFate(Fate.CHANGED, Optional.empty());
      }
      boolean isContext = before.get(line).sign() == ' ';
      return new LineFate(isContext ? Fate.NOT_SHOWN : Fate.GONE, Optional.empty());
    }

    /** Finds the line where it can be no other: it says enough, and both sides have it once. */
    private Optional<Integer> sameElsewhere() {
      String key = before.get(line).signed();
      List<String> current = signed(after);
      int index = current.indexOf(key);
      boolean isTheOne =
          isDistinctive(key)
              && index >= 0
              && index == current.lastIndexOf(key)
              && Collections.frequency(signed(before), key) == 1;
      return isTheOne ? Optional.of(index) : Optional.empty();
    }

    private Optional<Integer> mostAlike(Edit edit) {
      Optional<Integer> best = Optional.empty();
      double most = 0.5;
      for (int i = edit.afterStart(); i < edit.afterEnd(); i++) {
        SourceFile.Line candidate = after.get(i);
        double alike = likeness(before.get(line).text(), candidate.text());
        if (candidate.sign() == before.get(line).sign() && alike > most) {
          most = alike;
          best = Optional.of(i);
        }
      }
      return best;
    }

    private static List<String> signed(List<SourceFile.Line> lines) {
      return lines.stream().map(SourceFile.Line::signed).toList();
    }
  }

  /** Says whether a line says so much that it is hardly written twice by chance. */
  static boolean isDistinctive(String line) {
    return letters(line) >= LETTERS_OF_DISTINCTIVE && line.strip().indexOf(' ') > 0;
  }

  /** Returns which share of both texts' letters is in words that both have, in order. */
  static double likeness(String before, String after) {
    double kept = 0;
    for (WordRun run : WordDiff.runs(before, after)) {
      kept += run.sign() == ' ' ? letters(run.text()) : 0;
    }
    long all = letters(before) + letters(after);
    return all == 0 ? 0 : 2 * kept / all;
  }

  private static long letters(String text) {
    return text.chars().filter(Character::isLetterOrDigit).count();
  }
}
