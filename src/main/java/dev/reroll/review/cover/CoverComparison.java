package dev.reroll.review.cover;

import dev.reroll.linediff.Edit;
import dev.reroll.linediff.ProseDiff;
import dev.reroll.linediff.ProseDiff.WordRun;
import dev.reroll.mail.CoverLetter;
import dev.reroll.review.result.CoverReview;
import dev.reroll.review.result.CoverReview.Fate;
import dev.reroll.review.result.CoverReview.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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

  /**
   * Takes a cover letter's text into paragraphs, and leaves out what git wrote: the {@code From:}
   * line of another sender, diffstat, shortlog, an interdiff or range-diff behind it, and the
   * signature.
   */
  private static final class CoverText {
    private static final Pattern STAT =
        Pattern.compile("(?s)\\s*+\\S.*\\s\\|\\s++(\\d++ ?[-+]*+|Bin .*)");
    private static final Pattern TOTAL = Pattern.compile("(?s)\\s*+\\d++ files? changed.*");
    private static final Pattern MODE =
        Pattern.compile(
            "(?s)\\s*+((create|delete) mode \\d++ .*|rename .*\\(\\d++%\\)|mode change .*)");
    private static final Pattern AUTHOR = Pattern.compile("(?s)\\S.* \\(\\d++\\):");
    private static final Pattern IN_BODY =
        Pattern.compile(
            "\\A\\s*+(?:(?i:from|date|subject): [^\n]*+\n(?:[ \t]++\\S[^\n]*+\n)*+)++(?:\r?\n|\\z)");
    private static final Pattern SIGNATURE = Pattern.compile("-- ?");
    private static final Pattern COMPARISON = Pattern.compile("(?is)(range-?diff|interdiff).*:");

    private CoverText() {}

    /** Returns the paragraphs as they are written; none without a letter. */
    static List<String> paragraphs(Optional<CoverLetter> cover) {
      List<String> paragraphs = new ArrayList<>();
      StringBuilder paragraph = new StringBuilder();
      for (String line : lines(cover.map(letter -> letter.text().toString()).orElse(""))) {
        if (line.isBlank()) {
          close(paragraph, paragraphs);
        } else {
          paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line.stripTrailing());
        }
      }
      close(paragraph, paragraphs);
      return paragraphs;
    }

    private static void close(StringBuilder paragraph, List<String> paragraphs) {
      if (!paragraph.isEmpty()) {
        paragraphs.add(paragraph.toString());
        paragraph.setLength(0);
      }
    }

    private static List<String> lines(String text) {
      List<String> kept = new ArrayList<>();
      boolean inShortlog = false;
      for (String line : IN_BODY.matcher(text).replaceFirst("").split("\r?\n", -1)) {
        boolean ends = SIGNATURE.matcher(line).matches() || COMPARISON.matcher(line).matches();
        if (ends || line.startsWith("base-commit: ") || line.startsWith("diff --git ")) {
          break;
        }
        boolean inList = inShortlog && (line.startsWith("  ") || line.isBlank());
        inShortlog = inList || AUTHOR.matcher(line).matches();
        if (!inShortlog && !isStat(line)) {
          kept.add(line);
        } else if (line.isBlank()) {
          kept.add("");
        }
      }
      return kept;
    }

    private static boolean isStat(String line) {
      return STAT.matcher(line).matches()
          || TOTAL.matcher(line).matches()
          || MODE.matcher(line).matches();
    }
  }
}
