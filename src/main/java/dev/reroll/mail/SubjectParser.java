package dev.reroll.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one subject from left to right: reply marks and bracket groups in any order, then the
 * title.
 */
final class SubjectParser {
  /** Marks that count anywhere before the title. */
  private static final Set<String> REPLY_MARKS = Set.of("re", "aw", "fwd");

  /** Marks that are no part of a title only where a bracket group or another mark follows. */
  private static final Set<String> OTHER_MARKS =
      Set.of(
          "fw", "sv", "vs", "antw", "antwort", "odp", "r", "rif", "tr", "wg", "ynt", "res", "enc",
          "回复", "答复", "转发", "回覆", "ответ");

  private static final int MAX_MARK = 12;
  private static final int MAX_NESTED = 500;
  private static final String SEPARATORS = Words.BLANKS + ",;|[]";

  private final String subject;
  private final List<String> tags = new ArrayList<>();
  private Optional<VersionNumber> number = Optional.empty();
  private Optional<Position> position = Optional.empty();
  private boolean reply;
  private int at;

  SubjectParser(String subject) {
    this.subject = subject;
  }

  SubjectLine parse() {
    while (skipBlanks() && (skipReplyMark() || readBrackets())) {
      // Each turn has moved on.
    }
    String title = oneLine(subject.substring(at));
    boolean isAnnounced =
        number.isPresent() || position.isPresent() || SubjectLine.announcesPatch(tags);
    if (!isAnnounced || !mayHoldNumbers(title)) {
      return new SubjectLine(tags, number, position, reply, title);
    }
    TitleNumbers read = TitleNumbers.of(new TitleNumbers(title, number, position));
    return new SubjectLine(tags, read.version(), read.position(), reply, read.title());
  }

  private boolean skipBlanks() {
    while (at < subject.length() && subject.charAt(at) <= ' ') {
      at++;
    }
    return at < subject.length();
  }

  private boolean skipReplyMark() {
    int end = at;
    while (end < subject.length() && end - at < MAX_MARK && !isMarkEnd(subject.charAt(end))) {
      end++;
    }
    int colon = end;
    if (colon < subject.length() && subject.charAt(colon) == '[') {
      // "Re[2]: foo", as The Bat! counts replies.
      colon = subject.indexOf(']', colon) + 1;
    }
    boolean marked = colon > 0 && colon < subject.length() && isColon(subject.charAt(colon));
    if (!marked || !isMark(subject.substring(at, end).toLowerCase(Locale.ROOT), colon + 1)) {
      return false;
    }
    reply = true;
    at = colon + 1;
    return true;
  }

  private boolean isMark(String word, int behind) {
    if (REPLY_MARKS.contains(word)) {
      return true;
    }
    int next = behind;
    while (next < subject.length() && Character.isWhitespace(subject.charAt(next))) {
      next++;
    }
    boolean followed =
        subject.startsWith("[", next) || subject.regionMatches(true, next, "re:", 0, 3);
    return OTHER_MARKS.contains(word) && followed && tags.isEmpty();
  }

  private static boolean isMarkEnd(char c) {
    return c <= ' ' || c == '[' || isColon(c);
  }

  private static boolean isColon(char c) {
    return c == ':' || c == '：';
  }

  /**
   * Reads one bracket group, brackets within it included. One that is never closed ends where its
   * words do; if there are none in it that announce a patch, it is title.
   */
  private boolean readBrackets() {
    if (subject.charAt(at) != '[') {
      return readUnopened();
    }
    int close = closingBracket();
    if (close < 0) {
      return readUnclosed();
    }
    readTokens(subject.substring(at + 1, close));
    at = close + 1;
    return true;
  }

  private boolean readUnclosed() {
    int start = at;
    while (start < subject.length() && subject.charAt(start) == '[') {
      start++;
    }
    LooseGroup group = LooseGroup.read(subject, start, false);
    if (!group.isThere()) {
      int close = subject.indexOf(']', at);
      if (close < 0) {
        return false;
      }
      readTokens(subject.substring(at + 1, close));
      at = close + 1;
      return true;
    }
    take(group, start);
    return true;
  }

  /** Reads {@code PATCH v2] foo}, {@code PATCH v2: foo} and {@code (PATCH v2) foo}. */
  private boolean readUnopened() {
    boolean isOther = "({<".indexOf(subject.charAt(at)) >= 0;
    int start = isOther ? at + 1 : at;
    boolean isLikely =
        tags.isEmpty()
            && number.isEmpty()
            && start < subject.length()
            && "PR".indexOf(subject.charAt(start)) >= 0;
    LooseGroup group = isLikely ? LooseGroup.read(subject, start, true) : LooseGroup.NONE;
    if (!group.isThere()) {
      return false;
    }
    take(group, start);
    return true;
  }

  private void take(LooseGroup group, int start) {
    readTokens(subject.substring(start, group.end()));
    at = group.next();
  }

  /** Looks only so far for brackets within brackets: a subject may hold nothing but open ones. */
  private int closingBracket() {
    int depth = 0;
    int end = Math.min(subject.length(), at + MAX_NESTED);
    for (int i = at; i < end; i++) {
      char c = subject.charAt(i);
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Reads the words of a group; {@code 1 of 3}, {@code 1 / 3}, {@code version 2} are one each. */
  private void readTokens(String group) {
    List<String> tokens = Words.of(group, SEPARATORS);
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      String next = i + 1 < tokens.size() ? tokens.get(i + 1) : "";
      String third = i + 2 < tokens.size() ? tokens.get(i + 2) : "";
      if (isSpaced(token, next, third)) {
        readToken(token + "/" + third);
        i += 2;
      } else if (position.isEmpty() && isSplit(token, next)) {
        readToken(token + next);
        i++;
      } else if (VersionToken.isVersionWord(token) && VersionToken.number(next).isPresent()) {
        readWord("v" + next);
        i++;
      } else {
        readToken(token);
      }
    }
  }

  private boolean isSpaced(String token, String next, String third) {
    boolean isBetween = next.equals("/") || next.equalsIgnoreCase("of");
    return isBetween
        && position.isEmpty()
        && VersionToken.number(third).isPresent()
        && endsInDigit(token);
  }

  /** Whether a blank has come into a position: {@code 1/ 3}, {@code 1 /3}. */
  private static boolean isSplit(String token, String next) {
    boolean isBehind = token.endsWith("/") && VersionToken.number(next).isPresent();
    boolean isBefore =
        next.length() > 1
            && next.charAt(0) == '/'
            && VersionToken.number(next.substring(1)).isPresent();
    return isBehind
        ? token.length() > 1 && endsInDigit(token.substring(0, token.length() - 1))
        : isBefore && endsInDigit(token);
  }

  private static boolean endsInDigit(String token) {
    return VersionToken.isDigit(token.charAt(token.length() - 1));
  }

  private void readToken(String token) {
    if (readPosition(token)) {
      return;
    }
    for (String word : words(token)) {
      readWord(word);
    }
  }

  private boolean readPosition(String token) {
    Optional<PositionToken> read =
        position.isPresent() || token.indexOf('/') < 0
            ? Optional.empty()
            : PositionToken.read(token);
    if (read.isEmpty()) {
      return false;
    }
    position = Optional.of(read.get().position());
    if (!read.get().before().isEmpty()) {
      readWord(read.get().before());
    }
    if (!read.get().behind().isEmpty()) {
      readWord(read.get().behind());
    }
    return true;
  }

  /** Returns both words of {@code PATCH/RFC}; a branch such as {@code wq/for-6.9} is one word. */
  private static List<String> words(String token) {
    List<String> words = List.of(token.split("/"));
    return SubjectLine.announcesPatch(words) ? words : List.of(token);
  }

  /** Of two versions, one with a point is the name of a tree: {@code [PATCH v6.6 v2]}. */
  private void readWord(String word) {
    VersionToken token = VersionToken.split(word);
    Optional<VersionNumber> read = token.version();
    if (read.isPresent() && number.isPresent() && isDotted(number.get()) && !isDotted(read.get())) {
      tags.add(number.get().toString());
      number = Optional.empty();
    }
    if (read.isPresent() && number.isPresent()) {
      tags.add(word);
      return;
    }
    number = read.isPresent() ? read : number;
    tags.addAll(token.tags());
  }

  private static boolean isDotted(VersionNumber read) {
    return read.suffix().startsWith(".");
  }

  /** Whether the first or last word of a title may be a version or a position. */
  private static boolean mayHoldNumbers(String title) {
    if (title.isEmpty()) {
      return false;
    }
    char last = title.charAt(title.length() - 1);
    return "vV([{0123456789".indexOf(title.charAt(0)) >= 0
        || ")]}".indexOf(last) >= 0
        || ((VersionToken.isDigit(last) || Character.isLetter(last))
            && title.indexOf(' ') > 0
            && "vV".indexOf(title.charAt(title.lastIndexOf(' ') + 1)) >= 0);
  }

  private static String oneLine(String text) {
    if (isOneLine(text.toCharArray())) {
      return text; // As most are.
    }
    StringBuilder line = new StringBuilder();
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isBlank = c <= ' ';
      if (!isBlank) {
        line.append(blank && !line.isEmpty() ? " " : "").append(c);
      }
      blank = isBlank;
    }
    return line.toString();
  }

  /** Whether there is no white space but single blanks between words. */
  private static boolean isOneLine(char[] text) {
    char last = ' ';
    for (char c : text) { // No calls in here: a short run interprets this loop.
      if (c < ' ' || (c == ' ' && last == ' ')) {
        return false;
      }
      last = c;
    }
    return last != ' ';
  }

  /**
   * A group whose brackets were mistyped: {@code [PATCH v2} foo}, {@code PATCH v2] foo}.
   *
   * @param end where its words end; 0 where there is no such group
   * @param next where the title begins
   */
  private record LooseGroup(int end, int next) {
    static final LooseGroup NONE = new LooseGroup(0, 0);
    private static final String CLOSERS = "]})>[";
    private static final String ENDS = CLOSERS + ",;|:" + Words.BLANKS;
    private static final int MAX_LENGTH = 80;

    /** Between words that announce a patch there are so many others, such as {@code net-next}. */
    private static final int MAX_OTHERS = 2;

    boolean isThere() {
      return end > 0;
    }

    /**
     * Reads on from {@code start} as long as there are words that announce a patch.
     *
     * @param bare whether no square bracket was opened; then it takes more to be a group
     */
    static LooseGroup read(String subject, int start, boolean bare) {
      int limit = Math.min(subject.length(), start + MAX_LENGTH);
      int good = 0;
      boolean isMarked = false;
      int others = 0;
      int at = start;
      while (at < limit && others <= MAX_OTHERS) {
        int end = wordEnd(subject, at, limit);
        String word = subject.substring(at, end);
        if (isOfGroup(word)) {
          good = end;
          others = 0;
          isMarked |= !SubjectLine.isPatchWord(word);
        } else if (!word.isEmpty()) {
          others++;
          if (bare && good == 0) {
            return NONE;
          }
        }
        boolean isClosed = end < limit && CLOSERS.indexOf(subject.charAt(end)) >= 0;
        boolean isEnded = end < limit && subject.charAt(end) == ':';
        if (isClosed && good > 0) {
          return new LooseGroup(end, end + 1);
        }
        if (isEnded && good == end) {
          return new LooseGroup(end, end + 1);
        }
        if (isEnded || isClosed) {
          break;
        }
        at = end + 1;
      }
      return good > 0 && (isMarked || !bare) ? new LooseGroup(good, good) : NONE;
    }

    private static int wordEnd(String subject, int from, int limit) {
      int end = from;
      while (end < limit && ENDS.indexOf(subject.charAt(end)) < 0) {
        end++;
      }
      return end;
    }

    private static boolean isOfGroup(String word) {
      return SubjectLine.isPatchWord(word)
          || SubjectLine.isMark(word)
          || PositionToken.read(word).isPresent()
          || VersionToken.split(word).version().isPresent();
    }
  }
}
