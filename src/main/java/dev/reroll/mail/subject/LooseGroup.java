package dev.reroll.mail.subject;

import java.util.ArrayList;
import java.util.List;

/**
 * A group whose brackets were mistyped: {@code [PATCH v2} foo}, {@code PATCH v2] foo}.
 *
 * @param end where its words end; 0 where there is no such group
 * @param next where the title begins
 */
record LooseGroup(int end, int next) {
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
    List<String> words = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    int close = split(subject, start, words, ends);
    int good = 0;
    int others = 0;
    boolean isMarked = false;
    boolean isLed = true;
    for (int at = 0; at < words.size() && others <= MAX_OTHERS; ) {
      int count = LooseWords.count(words, at);
      String word = LooseWords.joined(words, at, count);
      boolean isGood = isOfGroup(word);
      isLed &= at > 0 || isGood;
      isMarked |= isGood && !SubjectLine.isPatchWord(word) && !VersionToken.isTree(word);
      others = isGood ? 0 : others + 1;
      good = isGood ? ends.get(at + count - 1) : good;
      at += count;
    }
    boolean isColon = close < subject.length() && subject.charAt(close) == ':';
    boolean isClosed = close < subject.length() && CLOSERS.indexOf(subject.charAt(close)) >= 0;
    boolean isEnough = good > 0 && others <= MAX_OTHERS && (isClosed || (isColon && good == close));
    if (isEnough && (!bare || isLed || isClosed || isMarked)) {
      return new LooseGroup(close, close + 1);
    }
    return good > 0 && (!bare || (isLed && isMarked)) ? new LooseGroup(good, good) : NONE;
  }

  /** Collects words up to a closing bracket or a colon; returns where that is. */
  private static int split(String subject, int start, List<String> words, List<Integer> ends) {
    int limit = Math.min(subject.length(), start + MAX_LENGTH);
    int at = start;
    while (at < limit) {
      int end = at;
      while (end < limit && ENDS.indexOf(subject.charAt(end)) < 0) {
        end++;
      }
      if (end > at) {
        words.add(subject.substring(at, end));
        ends.add(end);
      }
      if (end < limit && isEnd(subject, end)) {
        return end;
      }
      at = end + 1;
    }
    return subject.length();
  }

  /** A colon ends a group, but not that of {@code v2:1/3}. */
  private static boolean isEnd(String subject, int at) {
    char c = subject.charAt(at);
    boolean isBeforeDigit =
        at + 1 < subject.length() && VersionToken.isDigit(subject.charAt(at + 1));
    return CLOSERS.indexOf(c) >= 0 || (c == ':' && !isBeforeDigit);
  }

  private static boolean isOfGroup(String word) {
    return SubjectLine.isPatchWord(word)
        || SubjectLine.isMark(word)
        || PositionToken.read(word).isPresent()
        || VersionToken.isTree(word)
        || VersionToken.split(word).version().isPresent();
  }

  /** Words that are one with blanks in it: {@code 1 of 3}, {@code 1 / 3}, {@code version 2}. */
  static final class LooseWords {
    private LooseWords() {}

    /** Returns how many words from {@code at} on are one: 1 for most. */
    static int count(List<String> words, int at) {
      boolean isSpaced = isBetween(word(words, at + 1)) && isNumber(word(words, at + 2));
      if (isSpaced && endsInDigit(words.get(at))) {
        return 3;
      }
      return isSplit(words.get(at), word(words, at + 1)) || isVersion(words, at) ? 2 : 1;
    }

    static boolean isVersion(List<String> words, int at) {
      return VersionToken.isVersionWord(words.get(at))
          && VersionToken.split("v" + word(words, at + 1)).version().isPresent();
    }

    static String joined(List<String> words, int at, int count) {
      return switch (count) {
        case 1 -> words.get(at);
        case 2 ->
            isVersion(words, at) ? "v" + words.get(at + 1) : words.get(at) + words.get(at + 1);
        default -> words.get(at) + "/" + words.get(at + 2);
      };
    }

    private static String word(List<String> words, int at) {
      return at < words.size() ? words.get(at) : "";
    }

    private static boolean isBetween(String word) {
      return word.equals("/") || word.equalsIgnoreCase("of");
    }

    private static boolean isNumber(String word) {
      return VersionToken.number(word).isPresent();
    }

    /** Whether a blank has come into a position: {@code 1/ 3}, {@code 1 /3}. */
    private static boolean isSplit(String word, String next) {
      boolean isBehind = word.endsWith("/") && isNumber(next);
      boolean isBefore = next.length() > 1 && next.charAt(0) == '/' && isNumber(next.substring(1));
      return isBehind
          ? word.length() > 1 && endsInDigit(word.substring(0, word.length() - 1))
          : isBefore && endsInDigit(word);
    }

    private static boolean endsInDigit(String word) {
      return VersionToken.isDigit(word.charAt(word.length() - 1));
    }
  }
}
