package dev.reroll.message;

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
}
