package dev.reroll.cli.option;

import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line into words as a shell does: blanks, quotes and backslashes; nothing is expanded.
 */
public final class ShellWords {
  private ShellWords() {}

  /** Returns the words of {@code line}; refuses a quote that is not closed. */
  public static List<String> split(String line) throws Refusal {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
        word.append(line.charAt(++i));
        inWord = true;
      } else if (quote != 0) {
        quote = append(word, c, quote);
      } else if (c == '\'' || c == '"') {
        quote = c;
        inWord = true;
      } else if (Character.isWhitespace(c)) {
        inWord = finish(words, word, inWord);
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (quote != 0) {
      throw Refusal.unreadable("a quote is not closed in: " + line, Hint.again("--help"));
    }
    finish(words, word, inWord);
    return words;
  }

  /** Appends {@code c} unless it closes the quote; returns the quote that is open now. */
  private static char append(StringBuilder word, char c, char quote) {
    if (c == quote) {
      return 0;
    }
    word.append(c);
    return quote;
  }

  private static boolean finish(List<String> words, StringBuilder word, boolean inWord) {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
    }
    return false;
  }
}
