package dev.reroll.review;

import dev.reroll.linediff.Edit;
import dev.reroll.linediff.ItemDiff;
import dev.reroll.linediff.WordDiff;
import dev.reroll.linediff.WordRun;
import dev.reroll.review.CommentAudit.Fate;
import java.util.List;
import java.util.Optional;

/**
 * Says what became of one line of a file from the old patch to the new one.
 *
 * <p>The lines of both, signs included, are diffed. A line that is kept is unchanged, unless a
 * changed line came or went within {@value #NEIGHBOURHOOD} lines of it. One that is not is changed,
 * if half of its letters are in a line that came in its place.
 *
 * @param index 0-based place of what it is now among the lines of the new file
 */
record LineFate(Fate fate, Optional<Integer> index) {
  private static final int NEIGHBOURHOOD = 3;

  static LineFate of(List<SourceFile.Line> before, int line, List<SourceFile.Line> after) {
    return new Search(before, line, after).fate();
  }

  private record Search(List<SourceFile.Line> before, int line, List<SourceFile.Line> after) {
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
      return edit.beforeStart() <= line + NEIGHBOURHOOD && edit.beforeEnd() >= line - NEIGHBOURHOOD;
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
        boolean sameSign = after.get(same.get()).sign() == before.get(line).sign();
        return new LineFate(sameSign ? Fate.MOVED : Fate.CHANGED, same);
      }
      Optional<Integer> like = mostAlike(edit);
      if (like.isPresent()) {
        return new LineFate(Fate.CHANGED, like);
      }
      boolean isContext = before.get(line).sign() == ' ';
      return new LineFate(isContext ? Fate.NOT_SHOWN : Fate.GONE, Optional.empty());
    }

    private Optional<Integer> sameElsewhere() {
      String key = QuotedPlace.key(before.get(line).text());
      for (int i = 0; i < after.size(); i++) {
        if (QuotedPlace.key(after.get(i).text()).equals(key)) {
          return Optional.of(i);
        }
      }
      return Optional.empty();
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
      return lines.stream().map(line -> QuotedPlace.key(line.signed())).toList();
    }
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
