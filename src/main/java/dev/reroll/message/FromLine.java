package dev.reroll.message;

import dev.reroll.bytes.Octets;

/**
 * Recognises the {@code From } lines that separate the messages of a mailbox, and how the mailbox
 * they stand in quotes such lines in bodies.
 *
 * <p>A separator is followed by a header line and, unless it is the first line of the mailbox, ends
 * like a date: {@code hh:mm} somewhere and a digit at the end. A sentence that begins with "From "
 * does not.
 */
final class FromLine {
  private static final String WORD = "From ";

  private FromLine() {}

  /** Whether a separator begins at {@code at}, which is the first octet of the mailbox. */
  static boolean opens(Octets mailbox, int at) {
    return mailbox.startsWith(WORD, at) && isHeader(mailbox, mailbox.endOfLine(at));
  }

  /** Whether a separator begins at {@code at}, the first octet of some line. */
  static boolean separates(Octets mailbox, int at) {
    if (!mailbox.startsWith(WORD, at)) {
      return false;
    }
    int end = mailbox.endOfLine(at);
    return isDated(mailbox, at, end) && isHeader(mailbox, end);
  }

  /**
   * Whether the bodies below this separator are as they were, without {@code >} before their own
   * "From " lines: {@code git format-patch} writes a commit id, {@code b4 am} writes {@code git@z}.
   */
  static boolean leavesBodiesUnquoted(Octets mailbox, int at) {
    int word = at + WORD.length();
    return mailbox.startsWith("git@z ", word) || isCommitId(mailbox, word);
  }

  private static boolean isCommitId(Octets mailbox, int from) {
    int end = from;
    while (end < mailbox.length() && isHexDigit(mailbox.at(end))) {
      end++;
    }
    int count = end - from;
    return (count == 40 || count == 64) && mailbox.startsWith(" Mon Sep 17 00:00:00 2001", end);
  }

  private static boolean isHexDigit(byte octet) {
    return (octet >= '0' && octet <= '9') || (octet >= 'a' && octet <= 'f');
  }

  private static boolean isDated(Octets mailbox, int from, int lineEnd) {
    int end = lineEnd;
    while (end > from && mailbox.at(end - 1) <= ' ') {
      end--;
    }
    // Some writers put a time zone behind the year: "+0100" or "CET".
    boolean endsLikeDate = isDigit(mailbox.at(end - 1)) || isUpper(mailbox.at(end - 1));
    return endsLikeDate && hasTime(mailbox, from, end);
  }

  private static boolean hasTime(Octets mailbox, int from, int end) {
    for (int i = from + 1; i + 2 < end; i++) {
      if (mailbox.at(i) == ':'
          && isDigit(mailbox.at(i - 1))
          && isDigit(mailbox.at(i + 1))
          && isDigit(mailbox.at(i + 2))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(byte octet) {
    return octet >= '0' && octet <= '9';
  }

  private static boolean isUpper(byte octet) {
    return octet >= 'A' && octet <= 'Z';
  }

  private static boolean isHeader(Octets mailbox, int at) {
    int colon = HeaderLine.colonOf(mailbox, at);
    return colon > at && !mailbox.startsWith("//", colon + 1);
  }
}
