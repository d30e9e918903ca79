package dev.reroll.review.code;

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
