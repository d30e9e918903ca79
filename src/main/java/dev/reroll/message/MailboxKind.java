package dev.reroll.message;

import dev.reroll.bytes.Octets;

/** What a file of mail looks like, before it is split. */
public enum MailboxKind {
  /** Messages behind {@code From } lines. */
  MAILBOX,
  /** One mail that begins with its headers. */
  MAIL,
  /** A diff without mail headers, perhaps with some text above it. */
  DIFF,
  /** None of these: an empty file, a text, binary data. */
  OTHER;

  /**
   * Returns what {@code octets} look like, by their first lines, or the lines of a diff in them.
   */
  public static MailboxKind of(Octets octets) {
    int start = MailboxSplitter.startOfContent(octets);
    if (FromLine.opens(octets, start)) {
      return MAILBOX;
    }
    if (opensHeaders(octets, start)) {
      return MAIL;
    }
    return hasDiff(octets, start) ? DIFF : OTHER;
  }

  /** "Index: path" opens a diff, though it looks like a header. */
  private static boolean opensHeaders(Octets octets, int start) {
    boolean separator = octets.startsWith(">From ", start) || octets.startsWith("From ", start);
    int line = separator ? octets.endOfLine(start) : start;
    return HeaderLine.colonOf(octets, line) > 0
        && !octets.startsWith("Index: ", line)
        && octets.indexOf('\0', start) < 0;
  }

  private static boolean hasDiff(Octets octets, int start) {
    for (int line = start; line < octets.length(); line = octets.endOfLine(line)) {
      if (octets.startsWith("diff --git ", line) || octets.startsWith("@@ -", line)) {
        return true;
      }
    }
    return false;
  }
}
