package dev.reroll.render.review;

import dev.reroll.linediff.WordRun;
import dev.reroll.review.result.CoverReview.Paragraph;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a paragraph as it is printed.
 *
 * @param sign {@code '+'} or {@code '-'} for a line that came or went as a whole, {@code '!'} for
 *     one in which words did, {@code ' '} for one as it was
 * @param text of a line with sign {@code '!'} with its marks
 */
record CoverLine(char sign, String text) {
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
          line.stream().filter(run -> !run.text().isBlank()).map(WordRun::sign).distinct().toList();
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
