package dev.reroll;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that make a regular expression slow or deep: a start, a piece that is repeated, and an end
 * that disappoints. The pieces are the expression's own words, and characters of all kinds.
 */
final class HostileTexts {
  /** Blanks, digits, letters of each case, marks, brackets, accents, surrogates, ends of lines. */
  private static final List<String> PIECES =
      List.of(
          " ",
          "\t",
          "\n",
          "\u2028",
          "\u00a0",
          "1",
          "a",
          "A",
          "_",
          "é",
          "\u0301",
          "\ud83d\ude00",
          "\ud83d",
          ".",
          ",",
          ":",
          ";",
          "-",
          "+",
          "=",
          "#",
          "/",
          "!",
          "(",
          ")",
          "[",
          "]",
          "<",
          ">",
          "|",
          "\"",
          "*",
          "@");

  private static final List<String> STARTS = List.of(" ", "1", "a", "-", "- ", "(");
  private static final List<String> ENDS = List.of("", "x", "\u2028!");

  /** Texts that were found to stall or overflow earlier releases. */
  private static final List<Text> KNOWN =
      List.of(
          new Text("", "From: a\n", "x"),
          new Text("A", "-a", "-by: Foo <f@example.org>"),
          new Text("", "this ", "x"),
          new Text("good", ":)", "x"),
          new Text("patch 1", ",1", ""),
          new Text("patch 1", " and 1", "x"),
          new Text("if ", "use this ", "x"),
          new Text("", "ab, ", "x"),
          new Text(" (new)", " (mode change ", ")"),
          new Text("v1: ", "https://example.org/r/a@b ", ""));

  /** A text in three parts; {@code piece} is repeated. */
  record Text(String start, String piece, String end) {
    /** Returns it with at least {@code length} characters between start and end. */
    String ofLength(int length) {
      return start + piece.repeat(length / piece.length() + 1) + end;
    }

    @Override
    public String toString() {
      return "'%s' + '%s' * N + '%s'".formatted(start, piece, end).replace("\n", "\\n");
    }
  }

  private HostileTexts() {}

  /** Returns texts with one repeated piece, behind each start. */
  static List<Text> against(String expression) {
    Set<String> words = words(expression);
    Set<String> pieces = new LinkedHashSet<>(PIECES);
    pieces.addAll(words);
    List<Text> texts = new ArrayList<>(KNOWN);
    for (String piece : pieces) {
      ENDS.forEach(end -> texts.add(new Text("", piece, end)));
      STARTS.forEach(start -> texts.add(new Text(start, piece, "x")));
      PIECES.forEach(other -> texts.add(new Text("", piece + other, "x")));
    }
    for (String word : words) {
      PIECES.forEach(piece -> texts.add(new Text(word, piece, "x")));
    }
    return texts;
  }

  /** Returns the few of them that are worth their length where depth is at stake. */
  static List<Text> deepAgainst(String expression) {
    List<Text> texts = new ArrayList<>(KNOWN);
    for (String piece : words(expression)) {
      texts.add(new Text("", piece, "x"));
      texts.add(new Text("", piece + " ", "x"));
    }
    PIECES.forEach(piece -> texts.add(new Text("", piece, "x")));
    PIECES.forEach(piece -> texts.add(new Text("a", "a" + piece, "x")));
    return texts;
  }

  private static Set<String> words(String expression) {
    Set<String> words = new LinkedHashSet<>();
    String plain = expression.replaceAll("\\\\[pP]\\{\\w+}|\\\\[a-zA-Z]|\\(\\?\\w+", " ");
    Matcher word = Pattern.compile("[\\p{L}-]{2,}").matcher(plain);
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }
}
