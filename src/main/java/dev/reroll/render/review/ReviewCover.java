package dev.reroll.render.review;

import dev.reroll.linediff.ProseDiff.WordRun;
import dev.reroll.render.color.ColorSlot;
import dev.reroll.review.result.ChangelogCheck.Changelog;
import dev.reroll.review.result.CoverReview;
import dev.reroll.review.result.CoverReview.Fate;
import dev.reroll.review.result.CoverReview.Paragraph;
import dev.reroll.review.result.Review;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes how the cover letter changed; words that came and went stand in {@code {+ +}} and {@code
 * [- -]}, as {@code git diff --word-diff} has them.
 */
final class ReviewCover {
  private final Review review;
  private final ReviewPage page;
  private final boolean everything;

  ReviewCover(Review review, ReviewPage page, boolean everything) {
    this.review = review;
    this.page = page;
    this.everything = everything;
  }

  void write() {
    List<Changelog> logs = review.changelog().cover();
    if (!logs.isEmpty()) {
      page.heading("Changelog of " + review.after().label());
      logs.forEach(log -> changelog(page, log, "  "));
    }
    review.cover().ifPresent(this::cover);
  }

  static void changelog(ReviewPage page, Changelog log, String indent) {
    page.line(ColorSlot.FUNC, indent + log.heading());
    log.lines().forEach(line -> page.wrapped(ColorSlot.CONTEXT, indent + "    ", indent + line));
  }

  private void cover(CoverReview cover) {
    if (cover.after().isEmpty() && !everything) {
      page.heading("Cover letter: dropped");
      return;
    }
    List<Paragraph> paragraphs =
        cover.paragraphs().stream()
            .filter(paragraph -> everything || !isLogged(paragraph))
            .toList();
    boolean isSame = paragraphs.stream().allMatch(paragraph -> paragraph.fate() == Fate.KEPT);
    if (isSame && !everything) {
      return;
    }
    page.heading("Cover letter");
    if (cover.before().isEmpty()) {
      page.line(ColorSlot.CONTEXT, "  (" + review.before().label() + " had none)");
    }
    int kept = 0;
    for (Paragraph paragraph : paragraphs) {
      boolean folded = paragraph.fate() == Fate.KEPT && !everything;
      if (!folded) {
        kept = fold(kept);
        paragraph(paragraph);
      }
      kept += folded ? 1 : 0;
    }
    fold(kept);
  }

  /** Whether the paragraph is new and printed as the changelog already. */
  private boolean isLogged(Paragraph paragraph) {
    Set<String> logged = new HashSet<>();
    for (Changelog log : review.changelog().cover()) {
      logged.add(log.heading().strip());
      log.lines().forEach(line -> logged.add(line.strip()));
    }
    return paragraph.fate() == Fate.ADDED
        && paragraph.runs().stream()
            .flatMap(run -> run.text().lines())
            .allMatch(line -> line.isBlank() || logged.contains(line.strip()));
  }

  private int fold(int kept) {
    if (kept > 0) {
      page.line(
          ColorSlot.CONTEXT_DIMMED,
          "  (" + kept + (kept == 1 ? " paragraph" : " paragraphs") + " unchanged)");
    }
    return 0;
  }

  private void paragraph(Paragraph paragraph) {
    page.blank();
    List<CoverLine> lines = CoverLine.of(paragraph);
    int skipped = 0;
    for (int i = 0; i < lines.size(); i++) {
      boolean near =
          everything
              || paragraph.fate() == Fate.KEPT
              || lines.subList(Math.max(0, i - 1), Math.min(lines.size(), i + 2)).stream()
                  .anyMatch(CoverLine::isChanged);
      if (near) {
        skip(skipped);
        line(lines.get(i));
      }
      skipped = near ? 0 : skipped + 1;
    }
    skip(skipped);
  }

  private void skip(int count) {
    if (count > 0) {
      String lines = count == 1 ? " line" : " lines";
      page.line(ColorSlot.CONTEXT_DIMMED, "  (" + count + lines + " unchanged)");
    }
  }

  private void line(CoverLine line) {
    ColorSlot slot =
        switch (line.sign()) {
          case '+' -> ColorSlot.NEW;
          case '-' -> ColorSlot.OLD;
          default -> ColorSlot.CONTEXT;
        };
    page.wrapped(slot, line.sign() + " ", line.sign() + " " + line.text());
  }

  /**
   * One line of a paragraph as it is printed.
   *
   * @param sign {@code '+'} or {@code '-'} for a line that came or went as a whole, {@code '!'} for
   *     one in which words did, {@code ' '} for one as it was
   * @param text of a line with sign {@code '!'} with its marks
   */
  private record CoverLine(char sign, String text) {
    /** Returns the lines of {@code paragraph}. */
    static List<CoverLine> of(Paragraph paragraph) {
      Builder builder = new Builder();
      paragraph.runs().forEach(builder::take);
      builder.end();
      return builder.lines;
    }

    boolean isChanged() {
      return sign != ' ';
    }

    /** Cuts runs of words into lines. */
    private static final class Builder {
      private final List<CoverLine> lines = new ArrayList<>();
      private List<WordRun> line = new ArrayList<>();

      void take(WordRun run) {
        // Words that went need not break the line that the others stand in.
        boolean within =
            run.sign() == '-' && run.text().indexOf('\n') == run.text().lastIndexOf('\n');
        String text = within && !line.isEmpty() ? run.text().replace('\n', ' ') : run.text();
        String[] parts = text.split("\n", -1);
        for (int i = 0; i < parts.length; i++) {
          if (i > 0) {
            end();
          }
          if (!parts[i].isEmpty()) {
            line.add(new WordRun(run.sign(), parts[i]));
          }
        }
      }

      void end() {
        boolean said = line.stream().anyMatch(run -> !run.text().isBlank());
        if (said) {
          lines.add(new CoverLine(sign(), text()));
        }
        line = new ArrayList<>();
      }

      private char sign() {
        List<Character> signs =
            line.stream()
                .filter(run -> !run.text().isBlank())
                .map(WordRun::sign)
                .distinct()
                .toList();
        return signs.size() == 1 ? signs.get(0) : '!';
      }

      private String text() {
        StringBuilder text = new StringBuilder();
        char sign = sign();
        for (WordRun run : line) {
          text.append(sign == '!' ? marked(run) : run.text());
        }
        return text.toString();
      }

      private static String marked(WordRun run) {
        return switch (run.sign()) {
          case '+' -> "{+" + run.text() + "+}";
          case '-' -> "[-" + run.text() + "-]";
          default -> run.text();
        };
      }
    }
  }
}
