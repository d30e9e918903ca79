package dev.reroll.mail.subject;

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
  private static final int MAX_LEAD = 24;
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
    boolean isLikely = tags.isEmpty() && number.isEmpty() && mayLackBrackets(subject, start);
    LooseGroup group = isLikely ? LooseGroup.read(subject, start, true) : LooseGroup.NONE;
    if (!group.isThere()) {
      return false;
    }
    take(group, start);
    return true;
  }

  /** Whether the word PATCH stands near the start, as in few subjects without brackets. */
  private static boolean mayLackBrackets(String subject, int start) {
    int capital = subject.indexOf("PATCH", start);
    int other = subject.indexOf("Patch", start);
    int behind = other + "Patch".length();
    boolean isWord = behind < subject.length() && " :])".indexOf(subject.charAt(behind)) >= 0;
    return (capital >= 0 && capital - start <= MAX_LEAD)
        || (other >= 0 && other - start <= MAX_LEAD && isWord);
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

  /** Reads the words of a group. */
  private void readTokens(String group) {
    List<String> words = Words.of(group, SEPARATORS);
    int at = 0;
    while (at < words.size()) {
      int count =
          position.isPresent() ? versionWords(words, at) : LooseGroup.LooseWords.count(words, at);
      readToken(LooseGroup.LooseWords.joined(words, at, count));
      at += count;
    }
  }

  private static int versionWords(List<String> words, int at) {
    return LooseGroup.LooseWords.isVersion(words, at) ? 2 : 1;
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
}
