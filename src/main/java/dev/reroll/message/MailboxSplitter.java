package dev.reroll.message;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.message.RawMessage.MessageIdScan;
import dev.reroll.problem.Locator;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a mailbox of any dialect into its messages.
 *
 * <p>The dialects: mboxo and mboxrd ({@code >From } in bodies loses one {@code >}), mboxcl2 (a
 * {@code Content-Length} that ends exactly at the next separator: nothing is quoted), what {@code
 * git format-patch} and {@code b4 am} write (nothing is quoted), a single mail without a {@code
 * From } line, and a bare diff, which becomes one message with an empty header block. A byte order
 * mark and empty lines at the start are skipped.
 *
 * <p>Messages share the mailbox's array unless something had to be unquoted or a CR removed. Time
 * is linear in the size of the mailbox; nothing is reported, every sequence of octets has a split.
 *
 * <p>Sources: RFC 4155 and the mboxrd, mboxcl2 descriptions in mbox(5) of qmail.
 */
public final class MailboxSplitter {
  private final Octets mailbox;
  private final String container;
  private final List<RawMessage> messages = new ArrayList<>();

  private MailboxSplitter(Octets mailbox, String container) {
    this.mailbox = mailbox;
    this.container = container;
  }

  /**
   * Returns the messages in their order; none where there is nothing but white space.
   *
   * @param container the mailbox's name for {@link RawMessage#where()}
   */
  public static List<RawMessage> split(Octets mailbox, String container) {
    MailboxSplitter splitter = new MailboxSplitter(mailbox, container);
    splitter.splitAll();
    return splitter.messages;
  }

  private void splitAll() {
    int start = startOfContent(mailbox);
    if (start == mailbox.length()) {
      return;
    }
    if (!FromLine.opens(mailbox, start)) {
      add(start, MailboxUnquoting.withoutCarriageReturns(mailbox.slice(start)));
      return;
    }
    int separator = start;
    while (separator < mailbox.length()) {
      separator = addMessageBehind(separator);
    }
  }

  /** Returns where the first line with something in it begins, behind a byte order mark. */
  static int startOfContent(Octets mailbox) {
    int start = isByteOrderMarked(mailbox) ? 3 : 0;
    while (start < mailbox.length() && isLineEnd(mailbox.at(start))) {
      start++;
    }
    return start;
  }

  private static boolean isByteOrderMarked(Octets mailbox) {
    return mailbox.length() >= 3
        && mailbox.at(0) == (byte) 0xEF
        && mailbox.at(1) == (byte) 0xBB
        && mailbox.at(2) == (byte) 0xBF;
  }

  private static boolean isLineEnd(byte octet) {
    return octet == '\n' || octet == '\r';
  }

  /** Adds the message of the separator at {@code separator} and returns where the next one is. */
  private int addMessageBehind(int separator) {
    int start = mailbox.endOfLine(separator);
    int promisedEnd = ContentLength.endOfMessage(mailbox, start);
    if (promisedEnd >= 0) {
      add(start, MailboxUnquoting.withoutCarriageReturns(mailbox.slice(start, promisedEnd)));
      return skipLineEnds(promisedEnd);
    }
    int next = nextSeparator(start);
    Octets octets = withoutLastEmptyLine(mailbox.slice(start, next));
    boolean asTheyWere = FromLine.leavesBodiesUnquoted(mailbox, separator);
    Octets unquoted = asTheyWere ? octets : MailboxUnquoting.unquoted(octets);
    add(start, MailboxUnquoting.withoutCarriageReturns(unquoted));
    return next;
  }

  private int skipLineEnds(int from) {
    int at = from;
    while (at < mailbox.length() && isLineEnd(mailbox.at(at))) {
      at++;
    }
    return at;
  }

  private int nextSeparator(int from) {
    int line = from;
    while (line < mailbox.length() && !FromLine.separates(mailbox, line)) {
      line = mailbox.endOfLine(line);
    }
    return line;
  }

  /** The empty line before a separator belongs to the mailbox, not to the message. */
  private static Octets withoutLastEmptyLine(Octets octets) {
    if (octets.endsWith("\n\r\n")) {
      return octets.slice(0, octets.length() - 2);
    }
    return octets.endsWith("\n\n") ? octets.slice(0, octets.length() - 1) : octets;
  }

  private void add(int start, Octets octets) {
    messages.add(new RawMessage(MessageIdScan.find(octets), octets, new Locator(container, start)));
  }

  /**
   * Believes a {@code Content-Length} header only where it proves itself: it must end exactly at
   * the next separator (empty lines apart) or at the end of the mailbox.
   */
  private static final class ContentLength {
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
      boolean proven =
          next == mailbox.length() || (atLineStart && FromLine.separates(mailbox, next));
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

  /**
   * Undoes what a mailbox did to its messages; copies only messages in which there is something.
   */
  private static final class MailboxUnquoting {
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
}
