package dev.reroll.review;

import dev.reroll.patch.FileDiff;
import dev.reroll.patch.Hunk;
import dev.reroll.patch.HunkLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds what a patch does to one file as text: the lines of its hunks, split into tokens.
 *
 * @param path its path in the new tree
 * @param lines all lines of all hunks, in order
 */
record SourceFile(String path, List<Line> lines) {
  /**
   * One line.
   *
   * @param sign {@code ' '}, {@code '+'}, {@code '-'}, or {@code '\\'}
   * @param tokens none for lines that are in both sides: only changed ones are ever compared so
   * @param number 1-based line in the new file, in the old one for a removed line
   */
  record Line(char sign, String text, List<Token> tokens, int number) {
    boolean isChanged() {
      return sign != ' ';
    }

    /** Returns the line as a patch writes it. */
    String signed() {
      return sign + text;
    }
  }

  static SourceFile of(FileDiff file) {
    String path = file.after().toString();
    List<Line> lines = new ArrayList<>();
    for (Hunk hunk : file.hunks()) {
      new HunkSides(SourceLanguage.of(path), hunk).addTo(lines);
    }
    return new SourceFile(path, lines);
  }

  /** Reads both sides of one hunk. */
  private static final class HunkSides {
    private final Hunk hunk;
    private final Lexer before;
    private final Lexer after;

    HunkSides(SourceLanguage language, Hunk hunk) {
      this.hunk = hunk;
      this.before = new Lexer(language, Lexer.beginsInComment(language, side('+')));
      this.after = new Lexer(language, Lexer.beginsInComment(language, side('-')));
    }

    private List<String> side(char without) {
      return hunk.lines().stream()
          .filter(line -> line.sign() != without && line.sign() != '\\')
          .map(HunkSides::text)
          .toList();
    }

    void addTo(List<Line> lines) {
      int beforeNumber = hunk.before().start();
      int afterNumber = hunk.after().start();
      for (HunkLine line : hunk.lines()) {
        String text = text(line);
        switch (line.sign()) {
          case '-' -> lines.add(new Line('-', text, before.next(text), beforeNumber++));
          case '+' -> lines.add(new Line('+', text, after.next(text), afterNumber++));
          case '\\' -> lines.add(new Line('\\', text, List.of(), afterNumber));
          default -> {
            before.next(text);
            after.next(text);
            beforeNumber++;
            lines.add(new Line(' ', text, List.of(), afterNumber++));
          }
        }
      }
    }

    private static String text(HunkLine line) {
      return line.text().decode(StandardCharsets.UTF_8);
    }
  }
}
