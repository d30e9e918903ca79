package dev.reroll.mail.subject;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One word of a bracket group that holds a position, with what is glued to it: {@code 1/3}, {@code
 * PATCH1/3}, {@code v2-1/3}, {@code 1/3v2}, {@code 1/3/3}, {@code 1/n}.
 *
 * @param before what is glued in front, such as {@code PATCH}; empty for most
 * @param position the position; total 0 where it is a letter
 * @param behind what is glued behind, such as {@code v2}; empty for most
 */
record PositionToken(String before, Position position, String behind) {
  private static final String UNKNOWN_TOTALS = "nNxXmM?";

  /** Reads {@code token}; nothing where it holds no position. */
  static Optional<PositionToken> read(String token) {
    int slash = token.indexOf('/');
    int start = slash;
    while (start > 0 && VersionToken.isDigit(token.charAt(start - 1))) {
      start--;
    }
    if (slash < 0 || start == slash) {
      return Optional.empty();
    }
    int end = slash + 1;
    while (end < token.length() && VersionToken.isDigit(token.charAt(end))) {
      end++;
    }
    boolean isOpen = end == slash + 1;
    if (isOpen && (end == token.length() || UNKNOWN_TOTALS.indexOf(token.charAt(end)) < 0)) {
      return Optional.empty();
    }
    end += isOpen ? 1 : 0;
    String total = isOpen ? "0" : token.substring(slash + 1, end);
    Optional<PositionToken> read =
        glued(token.substring(0, start), token.substring(start, slash), total);
    return read.isEmpty() ? read : read.get().followedBy(token.substring(slash + 1), total);
  }

  /**
   * Reads what stands before the slash. In {@code v21/3} the last digit is the patch's: numbers of
   * one series are as wide as its total.
   */
  private static Optional<PositionToken> glued(String word, String digits, String total) {
    boolean isVersion = word.endsWith("v") || word.endsWith("V");
    boolean isSplit = isVersion && digits.length() > total.length();
    int cut = isSplit ? digits.length() - total.length() : 0;
    String before = isSplit ? word + digits.substring(0, cut) : withoutJoint(word);
    OptionalInt ordinal = VersionToken.number(digits.substring(cut));
    OptionalInt count = VersionToken.number(total);
    boolean isRead = ordinal.isPresent() && count.isPresent() && isTag(before);
    return isRead
        ? Optional.of(
            new PositionToken(before, new Position(ordinal.getAsInt(), count.getAsInt()), ""))
        : Optional.empty();
  }

  private Optional<PositionToken> followedBy(String rest, String total) {
    int width = Math.min(rest.length(), Math.max(1, total.length()));
    String tail = rest.substring(width);
    if (tail.equals("/" + total)) {
      return Optional.of(this); // "1/3/3".
    }
    String plain =
        !tail.isEmpty() && VersionToken.isJoint(tail.charAt(0)) ? tail.substring(1) : tail;
    return isTag(plain)
        ? Optional.of(new PositionToken(before, position, plain))
        : Optional.empty();
  }

  private static boolean isTag(String word) {
    return word.isEmpty()
        || SubjectLine.isPatchWord(word)
        || VersionToken.split(word).version().isPresent();
  }

  private static String withoutJoint(String word) {
    return word.endsWith("#") || word.endsWith("(")
        ? word.substring(0, word.length() - 1)
        : VersionToken.withoutJoint(word);
  }
}
