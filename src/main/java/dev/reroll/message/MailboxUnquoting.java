package dev.reroll.message;

/** Undoes what a mailbox did to its messages; copies only messages in which there is something. */
final class MailboxUnquoting {
  private MailboxUnquoting() {}

  /** Takes one {@code >} off every line that is {@code From } behind one or more {@code >}. */
  static Octets unquoted(Octets message) {
    int first = nextQuoted(message, 0);
    if (first < 0) {
      return message;
    }
    OctetBuilder out = new OctetBuilder(message.length());
    int from = 0;
    for (int quoted = first; quoted >= 0; quoted = nextQuoted(message, quoted + 1)) {
      out.append(message, from, quoted);
      from = quoted + 1;
    }
    return out.append(message, from, message.length()).toOctets();
  }

  /** Finds the first quoted line that begins at or after {@code from}; −1 where there is none. */
  private static int nextQuoted(Octets message, int from) {
    for (int at = message.indexOf('>', from); at >= 0; at = message.indexOf('>', at + 1)) {
      if ((at == 0 || message.at(at - 1) == '\n') && isQuotedFrom(message, at)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isQuotedFrom(Octets message, int at) {
    int word = at;
    while (word < message.length() && message.at(word) == '>') {
      word++;
    }
    return message.startsWith("From ", word);
  }

  /**
   * Takes the CR off every line that ends in CRLF, where the first header does: then it was the
   * mailbox, not the patch, that wanted it.
   */
  static Octets withoutCarriageReturns(Octets message) {
    int firstEnd = message.indexOf('\n', 0);
    boolean inHeaders = firstEnd > 0 && message.at(firstEnd - 1) == '\r';
    if (!inHeaders || HeaderLine.colonOf(message, 0) < 0) {
      return message;
    }
    OctetBuilder out = new OctetBuilder(message.length());
    int from = 0;
    for (int end = firstEnd; end >= 0; end = message.indexOf('\n', end + 1)) {
      boolean crlf = end > from && message.at(end - 1) == '\r';
      out.append(message, from, crlf ? end - 1 : end);
      from = end;
    }
    return out.append(message, from, message.length()).toOctets();
  }
}
