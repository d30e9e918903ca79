package dev.reroll.review.code;

import dev.reroll.patch.FileDiff;
import dev.reroll.patch.Hunk;
import dev.reroll.patch.Hunk.HunkLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a patch does to one file as text: the lines of its hunks. They are split into tokens when
 * these are asked for, which the lines alone mostly make needless. For one thread.
 */
public final class SourceFile {
  private final FileDiff file;
  private final String path;
  private final List<Line> lines;
  private @Nullable List<List<Token>> tokens;

  private SourceFile(FileDiff file) {
    this.file = file;
    this.path = file.after().toString();
    this.lines = new ArrayList<>();
    for (Hunk hunk : file.hunks()) {
      addLines(hunk);
    }
  }

  static SourceFile of(FileDiff file) {
    return new SourceFile(file);
  }

  /**
   * One line.
   *
   * @param sign {@code ' '}, {@code '+'}, {@code '-'}, or {@code '\\'}
   * @param number 1-based line in the new file, in the old one for a removed line
   */
  public record Line(char sign, String text, int number) {
    /** Returns whether the patch adds or removes the line. */
    public boolean isChanged() {
      return sign != ' ';
    }

    /** Returns the line as a patch writes it. */
    public String signed() {
      return sign + text;
    }
  }

  /** Returns its path in the new tree. */
  String path() {
    return path;
  }

  /** Whether the line is in a hunk that lost lines, or has more than it counts. */
  public boolean isDamagedAt(int index) {
    int from = 0;
    for (Hunk hunk : file.hunks()) {
      int to = from + hunk.lines().size();
      if (from <= index && index < to) {
        return count(from, to, '+') != hunk.before().count()
            || count(from, to, '-') != hunk.after().count();
      }
      from = to;
    }
    return false;
  }

  /** Counts the lines of the side that has none of sign {@code without}. */
  private int count(int from, int to, char without) {
    int count = 0;
    for (Line line : lines.subList(from, to)) {
      count += line.sign() == without || line.sign() == '\\' ? 0 : 1;
    }
    return count;
  }

  /** Returns all lines of all hunks, in order. */
  public List<Line> lines() {
    return lines;
  }

  /**
   * Returns the tokens of each line; none for lines that are in both sides: only changed ones are
   * ever compared so.
   */
  List<List<Token>> tokens() {
    List<List<Token>> known = tokens;
    if (known == null) {
      known = new ArrayList<>();
      int from = 0;
      for (Hunk hunk : file.hunks()) {
        int to = from + hunk.lines().size();
        new HunkSides(SourceLanguage.of(path), lines.subList(from, to)).addTo(known);
        from = to;
      }
      tokens = known;
    }
    return known;
  }

  private void addLines(Hunk hunk) {
    int before = hunk.before().start();
    int after = hunk.after().start();
    for (HunkLine line : hunk.lines()) {
      char sign = line.sign();
      String text = line.text().decode(StandardCharsets.UTF_8);
      lines.add(new Line(sign, text, sign == '-' ? before : after));
      before += sign == '-' || sign == ' ' ? 1 : 0;
      after += sign == '+' || sign == ' ' ? 1 : 0;
    }
  }

  /** Splits both sides of one hunk. */
  private static final class HunkSides {
    private final List<Line> hunk;
    private final Lexer before;
    private final Lexer after;

    HunkSides(SourceLanguage language, List<Line> hunk) {
      this.hunk = hunk;
      this.before = new Lexer(language, Lexer.beginsInComment(language, side('+')));
      this.after = new Lexer(language, Lexer.beginsInComment(language, side('-')));
    }

    private List<String> side(char without) {
      List<String> side = new ArrayList<>();
      for (Line line : hunk) {
        if (line.sign() != without && line.sign() != '\\') {
          side.add(line.text());
        }
      }
      return side;
    }

    void addTo(List<List<Token>> tokens) {
      for (Line line : hunk) {
        switch (line.sign()) {
          case '-' -> tokens.add(before.next(line.text()));
          case '+' -> tokens.add(after.next(line.text()));
          case '\\' -> tokens.add(List.of());
          default -> {
            before.next(line.text());
            after.next(line.text());
            tokens.add(List.of());
          }
        }
      }
    }
  }

  /** One token of a line of source. */
  public record Token(Kind kind, String text) {
    /** A line break, where the language gives it a meaning. */
    static final Token LINE_BREAK = new Token(Kind.OTHER, "\n");

    /** What a token can be. */
    public enum Kind {
      /** A name or a keyword. */
      NAME,
      /** A string or a character, quotes included. */
      STRING,
      /** A word of a comment, or what begins and ends one. */
      COMMENT,
      /** Numbers, operators, brackets, and indentation where it matters. */
      OTHER
    }

    boolean isComment() {
      return kind == Kind.COMMENT;
    }

    /** Returns whether it is a name or a keyword. */
    public boolean isName() {
      return kind == Kind.NAME;
    }
  }
}
