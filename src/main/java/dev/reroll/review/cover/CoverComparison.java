package dev.reroll.review.cover;

import dev.reroll.linediff.Edit;
import dev.reroll.linediff.ItemDiff;
import dev.reroll.linediff.WordDiff;
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
 */
public final class CoverComparison {
  private final List<Paragraph> paragraphs = new ArrayList<>();

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
    for (Edit edit : ItemDiff.edits(plain(before), plain(after))) {
      after.subList(keptFrom, edit.afterStart()).forEach(text -> add(Fate.KEPT, ' ', text));
      replace(
          before.subList(edit.beforeStart(), edit.beforeEnd()),
          after.subList(edit.afterStart(), edit.afterEnd()));
      keptFrom = edit.afterEnd();
    }
    after.subList(keptFrom, after.size()).forEach(text -> add(Fate.KEPT, ' ', text));
  }

  private static List<String> plain(List<String> paragraphs) {
    return paragraphs.stream().map(text -> text.strip().replaceAll("\\s+", " ")).toList();
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
        paragraphs.add(new Paragraph(Fate.CHANGED, WordDiff.runs(old, after.get(partner))));
        from = partner + 1;
      }
    }
    after.subList(from, after.size()).forEach(text -> add(Fate.ADDED, '+', text));
  }

  private void add(Fate fate, char sign, String text) {
    paragraphs.add(new Paragraph(fate, List.of(new WordRun(sign, text))));
  }

  /** Says whether half of both texts' letters are in words that both have, in order. */
  private static boolean isLike(String before, String after) {
    long kept = 0;
    for (WordRun run : WordDiff.runs(before, after)) {
      kept += run.sign() == ' ' ? letters(run.text()) : 0;
    }
    return kept > 0 && kept * 4 >= letters(before) + letters(after);
  }

  private static long letters(String text) {
    return text.chars().filter(Character::isLetterOrDigit).count();
  }
}
