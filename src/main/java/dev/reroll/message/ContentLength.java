package dev.reroll.message;

/**
 * Believes a {@code Content-Length} header only where it proves itself: it must end exactly at the
 * next separator (empty lines apart) or at the end of the mailbox.
 */
final class ContentLength {
  private static final int MAX_DIGITS = 9;

  private ContentLength() {}

  /** Returns where the message that begins at {@code start} ends; −1 where no length says so. */
  static int endOfMessage(Octets mailbox, int start) {
    long length = -1;
    int at = start;
    while (at < mailbox.length()) {
      int colon = HeaderLine.colonOf(mailbox, at);
      if (colon < 0) {
        break;
      }
      if (HeaderLine.isNamed(mailbox, at, colon, "content-length")) {
        length = number(mailbox, colon + 1);
      }
      at = HeaderLine.endOfHeader(mailbox, at);
    }
    return length < 0 ? -1 : checkedEnd(mailbox, at, length);
  }

  private static int checkedEnd(Octets mailbox, int headerEnd, long length) {
    int body = mailbox.endOfLine(headerEnd);
    if (body + length > mailbox.length()) {
      return -1;
    }
    int end = Math.toIntExact(body + length);
    int next = end;
    while (next < mailbox.length() && (mailbox.at(next) == '\n' || mailbox.at(next) == '\r')) {
      next++;
    }
    boolean atLineStart = next == 0 || mailbox.at(next - 1) == '\n';
    boolean proven = next == mailbox.length() || (atLineStart && FromLine.separates(mailbox, next));
    return proven ? end : -1;
  }

  private static long number(Octets mailbox, int from) {
    int at = from;
    while (at < mailbox.length() && (mailbox.at(at) == ' ' || mailbox.at(at) == '\t')) {
      at++;
    }
    int first = at;
    long value = 0;
    while (at < mailbox.length() && mailbox.at(at) >= '0' && mailbox.at(at) <= '9') {
      value = value * 10 + (mailbox.at(at) - '0');
      at++;
      if (at - first > MAX_DIGITS) {
        return -1;
      }
    }
    return at == first ? -1 : value;
  }
}
