package dev.reroll.review.code;

import dev.reroll.review.code.SourceFile.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * The changes of a file as a flow of items, whole lines or tokens, with the unchanged lines that
 * stand between them.
 *
 * <pre>
 *  a             items  -b  +c  +d
 * -b             gaps  [a] [] [] [e]
 * +c
 * +d
 *  e
 * </pre>
 *
 * @param items each with its sign; two flows that change the same have equal items
 * @param gaps one more than items: the unchanged lines, blank ones left out, before each item and
 *     behind the last
 */
public record ChangeFlow(List<Item> items, List<List<String>> gaps) {
  /** A changed line, or a token of one. */
  public record Item(char sign, Token token) {}

  /** Returns the flow of whole lines. */
  public static ChangeFlow ofLines(SourceFile file) {
    List<List<Token>> whole = new ArrayList<>();
    for (SourceFile.Line line : file.lines()) {
      whole.add(line.isChanged() ? List.of(new Token(Token.Kind.OTHER, line.text())) : List.of());
    }
    return of(file, whole);
  }

  /** Returns the flow of tokens. */
  public static ChangeFlow ofTokens(SourceFile file) {
    return of(file, file.tokens());
  }

  /** Returns the flow of tokens that are no comments. */
  public static ChangeFlow ofCode(SourceFile file) {
    List<List<Token>> code = new ArrayList<>();
    for (List<Token> line : file.tokens()) {
      code.add(code(line));
    }
    return of(file, code);
  }

  /** Returns those of {@code tokens} that are no comments. */
  static List<Token> code(List<Token> tokens) {
    List<Token> code = new ArrayList<>();
    for (Token token : tokens) {
      if (!token.isComment()) {
        code.add(token);
      }
    }
    return code;
  }

  private static ChangeFlow of(SourceFile file, List<List<Token>> tokens) {
    List<Item> items = new ArrayList<>();
    List<List<String>> gaps = new ArrayList<>();
    List<String> gap = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      SourceFile.Line line = file.lines().get(i);
      if (!line.isChanged()) {
        if (!line.text().isBlank()) {
          gap.add(line.text().strip());
        }
        continue;
      }
      for (Token token : tokens.get(i)) {
        items.add(new Item(line.sign(), token));
        gaps.add(gap);
        gap = new ArrayList<>();
      }
    }
    gaps.add(gap);
    return new ChangeFlow(items, gaps);
  }
}
