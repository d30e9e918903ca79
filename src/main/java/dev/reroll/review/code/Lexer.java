package dev.reroll.review.code;

import dev.reroll.review.code.SourceFile.Token;
import dev.reroll.review.code.SourceLanguage.Comments;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits lines of source into tokens, one side of a hunk from its first line to its last.
 *
 * <p>A hunk may begin within a comment. It is taken to, where a comment ends before any begins in
 * it; {@link #beginsInComment} says so. Strings end at the line end at the latest.
 */
final class Lexer {
  private final SourceLanguage language;
  private boolean inComment;
  private boolean continued;
  private String line = "";
  private int at;
  private List<Token> tokens = new ArrayList<>();

  Lexer(SourceLanguage language, boolean inComment) {
    this.language = language;
    this.inComment = inComment;
  }

  /** Whether a star-slash comes in {@code lines} before any slash-star. */
  static boolean beginsInComment(SourceLanguage language, List<String> lines) {
    if (language.comments() != Comments.SLASHES) {
      return false;
    }
    for (String line : lines) {
      int start = line.indexOf("/*");
      int end = line.indexOf("*/");
      if (start >= 0 || end >= 0) {
        return end >= 0 && (start < 0 || end < start);
      }
    }
    return !lines.isEmpty() && lines.stream().allMatch(Lexer::looksInner);
  }

  /** A hunk may show nothing but the middle of a comment. */
  private static boolean looksInner(String line) {
    String text = line.strip();
    return text.equals("*") || text.startsWith("* ");
  }

  /** Returns the tokens of the next line. */
  List<Token> next(String text) {
    line = text.stripTrailing();
    at = 0;
    tokens = new ArrayList<>();
    boolean isDirective = continued || line.stripLeading().startsWith("#");
    continued = isDirective && line.endsWith("\\");
    if (language.indentMatters() && !line.isBlank()) {
      indent();
    }
    boolean startsInComment = inComment;
    while (at < line.length()) {
      token();
    }
    boolean hasCode = tokens.stream().anyMatch(token -> !token.isComment());
    boolean breaks = language.lineBreaksMatter() || (isDirective && !startsInComment);
    if (breaks && hasCode) {
      tokens.add(Token.LINE_BREAK);
    }
    return tokens;
  }

  private void indent() {
    int end = 0;
    while (end < line.length() && Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    if (end > 0 && !(language.comments() == Comments.HASH && line.startsWith("#", end))) {
      tokens.add(new Token(Token.Kind.OTHER, line.substring(0, end)));
    }
    at = end;
  }

  private void token() {
    char c = line.charAt(at);
    if (inComment) {
      commentWord();
    } else if (Character.isWhitespace(c)) {
      at++;
    } else if (startsComment()) {
      comment();
    } else if (isQuote(c)) {
      add(Token.Kind.STRING, stringEnd(c));
    } else if (isNamePart(c)) {
      int end = at;
      while (end < line.length() && isNamePart(line.charAt(end))) {
        end++;
      }
      add(Character.isDigit(c) ? Token.Kind.OTHER : Token.Kind.NAME, end);
    } else {
      add(Token.Kind.OTHER, at + Character.charCount(line.codePointAt(at)));
    }
  }

  private boolean startsComment() {
    return switch (language.comments()) {
      case NONE -> false;
      case SLASHES -> line.startsWith("//", at) || line.startsWith("/*", at);
      case HASH ->
          line.charAt(at) == '#'
              && (at == 0 || Character.isWhitespace(line.charAt(at - 1)))
              && !line.startsWith("#!", at);
    };
  }

  private void comment() {
    if (line.startsWith("/*", at) && language.comments() == Comments.SLASHES) {
      add(Token.Kind.COMMENT, at + 2);
      inComment = true;
      return;
    }
    for (String word : line.substring(at).split("\\s+", -1)) {
      tokens.add(new Token(Token.Kind.COMMENT, word));
    }
    at = line.length();
  }

  private void commentWord() {
    if (Character.isWhitespace(line.charAt(at))) {
      at++;
      return;
    }
    if (line.startsWith("*/", at)) {
      add(Token.Kind.COMMENT, at + 2);
      inComment = false;
      return;
    }
    int end = at;
    while (end < line.length()
        && !line.startsWith("*/", end)
        && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    add(Token.Kind.COMMENT, end);
  }

  private boolean isQuote(char c) {
    if (language == SourceLanguage.TEXT) {
      return false;
    }
    if (c == '\'' && language == SourceLanguage.RUST) {
      return line.startsWith("'", at + 2) || line.startsWith("\\", at + 1);
    }
    return c == '"' || c == '\'' || (c == '`' && language.lineBreaksMatter());
  }

  private int stringEnd(char quote) {
    int end = at + 1;
    while (end < line.length() && line.charAt(end) != quote) {
      end += line.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(line.length(), end + 1);
  }

  private void add(Token.Kind kind, int end) {
    tokens.add(new Token(kind, line.substring(at, end)));
    at = end;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
