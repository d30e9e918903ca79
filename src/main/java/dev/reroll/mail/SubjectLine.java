package dev.reroll.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads a subject as people write it: {@code Re: [RFC PATCH net-next v2 03/10] net: fix it}.
 *
 * <p>A kernel version in brackets ({@code v6.20}, {@code v5.10.y}) is a tag, no version of the
 * series. A partial reroll ({@code v2.1}) has version 2, and its token stays among the tags.
 *
 * @param tags the words of the leading bracket groups as written, without version and position
 * @param version the {@code N} of {@code vN}, also where it is glued to a word ({@code PATCHv3})
 * @param position the {@code n/m}, where there is one
 * @param reply whether {@code Re:}, {@code AW:}, {@code Fwd:} or the like stands before or between
 *     the bracket groups
 * @param title what remains, its white space made single blanks
 */
public record SubjectLine(
    List<String> tags,
    OptionalInt version,
    Optional<Position> position,
    boolean reply,
    String title) {
  private static final Set<String> PATCH_WORDS =
      Set.of("PATCH", "PATCHES", "PATCHSET", "PATCHSETS", "PATCHSERIES", "RFC", "RFT");
  private static final Set<String> RESEND_WORDS =
      Set.of("RESEND", "RE-SEND", "RESENT", "REPOST", "REBASE", "REBASED");

  public SubjectLine {
    tags = List.copyOf(tags);
  }

  /** Reads {@code subject}, which is decoded and unfolded. */
  public static SubjectLine parse(String subject) {
    return new SubjectParser(subject).parse();
  }

  /** Whether a tag is {@code tag}, in any case. */
  public boolean hasTag(String tag) {
    for (String each : tags) {
      if (each.equalsIgnoreCase(tag)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the sender asks for comments only: {@code [RFC]}, {@code [PATCH/RFC]}. */
  public boolean isRfc() {
    return hasTag("RFC");
  }

  /** Whether the same thing is sent once more: {@code [PATCH RESEND]} and its synonyms. */
  public boolean isResend() {
    return holdsAny(tags, RESEND_WORDS);
  }

  /** Whether the brackets announce a patch or series: PATCH, RFC, a version or a position. */
  public boolean isPatch() {
    return version.isPresent() || position.isPresent() || announcesPatch(tags);
  }

  /** Returns the 1 of {@code [PATCH v2.1 3/5]}, a reroll of single patches of version 2. */
  public OptionalInt partialVersion() {
    for (String tag : tags) {
      OptionalInt minor = VersionToken.minorOf(tag);
      if (minor.isPresent()) {
        return minor;
      }
    }
    return OptionalInt.empty();
  }

  /** Whether one of {@code words} announces a patch: PATCH, PATCHSET, RFC, in any case. */
  static boolean announcesPatch(List<String> words) {
    return holdsAny(words, PATCH_WORDS);
  }

  /** Whether {@code word} alone announces a patch. */
  static boolean isPatchWord(String word) {
    return PATCH_WORDS.contains(word.toUpperCase(Locale.ROOT));
  }

  private static boolean holdsAny(List<String> words, Set<String> wanted) {
    for (String word : words) {
      if (wanted.contains(word.toUpperCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads one subject from left to right: reply marks and bracket groups in any order, then the
   * title.
   */
  private static final class SubjectParser {
    /** Marks that count anywhere before the title. */
    private static final Set<String> REPLY_MARKS = Set.of("re", "aw", "fwd");

    /** Marks that are no part of a title only where a bracket group or another mark follows. */
    private static final Set<String> OTHER_MARKS =
        Set.of(
            "fw", "sv", "vs", "antw", "antwort", "odp", "r", "rif", "tr", "wg", "ynt", "res", "enc",
            "回复", "答复", "转发", "回覆", "ответ");

    private static final int MAX_MARK = 12;
    private static final int MAX_NESTED = 500;

    private final String subject;
    private final List<String> tags = new ArrayList<>();
    private OptionalInt version = OptionalInt.empty();
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
      return new SubjectLine(tags, version, position, reply, oneLine(subject.substring(at)));
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

    /** Reads one bracket group, brackets within it included; one that is never closed is title. */
    private boolean readBrackets() {
      int close = subject.charAt(at) == '[' ? closingBracket() : -1;
      if (close < 0) {
        return false;
      }
      for (String token : Words.of(subject.substring(at + 1, close), Words.BLANKS + ",[]")) {
        readToken(token);
      }
      at = close + 1;
      return true;
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
      return subject.indexOf(']', at);
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
      int slash = token.indexOf('/');
      if (slash < 0 || position.isPresent()) {
        return false;
      }
      OptionalInt ordinal = VersionToken.number(token.substring(0, slash));
      OptionalInt total = VersionToken.number(token.substring(slash + 1));
      if (ordinal.isEmpty() || total.isEmpty()) {
        return false;
      }
      position = Optional.of(new Position(ordinal.getAsInt(), total.getAsInt()));
      return true;
    }

    /** Returns both words of {@code PATCH/RFC}; a branch such as {@code wq/for-6.9} is one word. */
    private static List<String> words(String token) {
      List<String> words = List.of(token.split("/"));
      return SubjectLine.announcesPatch(words) ? words : List.of(token);
    }

    private void readWord(String word) {
      VersionToken.Split split = VersionToken.split(word);
      if (split.version().isEmpty() || version.isPresent()) {
        tags.add(word);
        return;
      }
      version = split.version();
      if (!split.word().isEmpty()) {
        tags.add(split.word());
      }
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
}
