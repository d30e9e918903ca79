package dev.reroll.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Holds the changes of a file as a flow of items, whole lines or tokens, with the unchanged lines
 * that stand between them.
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
record ChangeFlow(List<Item> items, List<List<String>> gaps) {
  /** A changed line, or a token of one. */
  record Item(char sign, Token token) {}

  /** Returns the flow of whole lines. */
  static ChangeFlow ofLines(SourceFile file) {
    return of(file, line -> List.of(new Token(Token.Kind.OTHER, line.text())));
  }

  /** Returns the flow of tokens. */
  static ChangeFlow ofTokens(SourceFile file) {
    return of(file, SourceFile.Line::tokens);
  }

  /** Returns the flow of tokens that are no comments. */
  static ChangeFlow ofCode(SourceFile file) {
    return of(file, ChangeFlow::code);
  }

  private static List<Token> code(SourceFile.Line line) {
    return line.tokens().stream().filter(token -> !token.isComment()).toList();
  }

  private static ChangeFlow of(SourceFile file, Function<SourceFile.Line, List<Token>> tokensOf) {
    List<Item> items = new ArrayList<>();
    List<List<String>> gaps = new ArrayList<>();
    List<String> gap = new ArrayList<>();
    for (SourceFile.Line line : file.lines()) {
      if (!line.isChanged()) {
        if (!line.text().isBlank()) {
          gap.add(line.text().strip());
        }
        continue;
      }
      for (Token token : tokensOf.apply(line)) {
        items.add(new Item(line.sign(), token));
        gaps.add(gap);
        gap = new ArrayList<>();
      }
    }
    gaps.add(gap);
    return new ChangeFlow(items, gaps);
  }
}
