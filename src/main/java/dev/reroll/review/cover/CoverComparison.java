package dev.reroll.review.cover;

import dev.reroll.linediff.Edit;
import dev.reroll.linediff.ProseDiff;
import dev.reroll.linediff.WordRun;
import dev.reroll.mail.CoverLetter;
import dev.reroll.review.result.CoverReview;
import dev.reroll.review.result.CoverReview.Fate;
import dev.reroll.review.result.CoverReview.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares two cover letters: equal paragraphs first, then what stands between them in order, a
 * removed one with the first added one that shares most of its letters.
 *
 * <p>Each try costs the square of both texts, until the diff of words gives up; after {@value
 * #MAX_COST} in all none is made any more, and paragraphs count as removed and added. Letters that
 * people write take less than a hundredth.
 */
public final class CoverComparison {
  private static final long MAX_COST = 100_000_000L;

  /** What a try costs however short the texts are. */
  private static final long COST_OF_TRY = 1_000;

  private final List<Paragraph> paragraphs = new ArrayList<>();
  private long cost;

  private CoverComparison() {}

  /** Compares the letters; empty where there is none on either side. */
  public static Optional<CoverReview> of(
      Optional<CoverLetter> before, Optional<CoverLetter> after) {
    if (before.isEmpty() && after.isEmpty()) {
      return Optional.empty();
    }
    CoverComparison comparison = new CoverComparison();
    comparison.compare(CoverText.paragraphs(before), CoverText.paragraphs(after));
    return Optional.of(new CoverReview(before, after, comparison.paragraphs));
  }

  private void compare(List<String> before, List<String> after) {
    int keptFrom = 0;
    for (Edit edit : ProseDiff.paragraphEdits(before, after)) {
      after.subList(keptFrom, edit.afterStart()).forEach(text -> add(Fate.KEPT, ' ', text));
      replace(
          before.subList(edit.beforeStart(), edit.beforeEnd()),
          after.subList(edit.afterStart(), edit.afterEnd()));
      keptFrom = edit.afterEnd();
    }
    after.subList(keptFrom, after.size()).forEach(text -> add(Fate.KEPT, ' ', text));
  }

  private void replace(List<String> before, List<String> after) {
    int from = 0;
    for (String old : before) {
      int partner = from;
      while (partner < after.size() && !isLike(old, after.get(partner))) {
        partner++;
      }
      if (partner == after.size()) {
        add(Fate.REMOVED, '-', old);
      } else {
        after.subList(from, partner).forEach(text -> add(Fate.ADDED, '+', text));
        paragraphs.add(new Paragraph(Fate.CHANGED, ProseDiff.runs(old, after.get(partner))));
        from = partner + 1;
      }
    }
    after.subList(from, after.size()).forEach(text -> add(Fate.ADDED, '+', text));
  }

  private void add(Fate fate, char sign, String text) {
    paragraphs.add(new Paragraph(fate, List.of(new WordRun(sign, text))));
  }

  /** Returns whether half of both texts' letters are in words that both have, in order. */
  private boolean isLike(String before, String after) {
    long length = (long) before.length() + after.length();
    long words = Math.min(length, ProseDiff.MAX_WORDS);
    cost += COST_OF_TRY + length + words * words;
    if (cost > MAX_COST) {
      return false;
    }
    long kept = 0;
    for (WordRun run : ProseDiff.runs(before, after)) {
      kept += run.sign() == ' ' ? letters(run.text()) : 0;
    }
    return kept > 0 && kept * 4 >= letters(before) + letters(after);
  }

  private static long letters(String text) {
    return text.chars().filter(Character::isLetterOrDigit).count();
  }
}
