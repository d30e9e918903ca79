package dev.reroll.cli;

import dev.reroll.message.Refusal;
import dev.reroll.source.MailboxSource;
import dev.reroll.source.server.SeriesName;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Tells what a positional argument names: an existing path first, then a URL, then a message-id.
 */
final class MailboxName {
  private MailboxName() {}

  /**
   * Says whether all {@code names} are mailboxes, seen from {@code start}, or nothing that anyone
   * knows; refuses empty names and - twice.
   */
  static boolean areMailboxes(Path start, List<String> names) throws Refusal {
    boolean all = true;
    int inputCount = 0;
    for (String name : names) {
      if (name.isEmpty()) {
        throw Refusal.unreadable("a mailbox has an empty name", "reroll diff BEFORE AFTER");
      }
      inputCount += name.equals(MailboxSource.STANDARD_INPUT) ? 1 : 0;
      all &= isMailbox(start, name) || seriesIn(name).isEmpty();
    }
    if (inputCount > 1) {
      throw Refusal.unreadable(
          "standard input can be only one of the two sides", "reroll diff v1.mbox - < v2.mbox");
    }
    return all;
  }

  /**
   * Says whether {@code names} may be about commits: one looks like a range and is no file, or
   * there are three, or more.
   */
  static boolean mayBeCommits(Path start, List<String> names) {
    return names.size() >= 3 || hasRange(start, names);
  }

  /** Whether one of {@code names} looks like a range and is no file. */
  static boolean hasRange(Path start, List<String> names) {
    boolean has = false;
    for (String name : names) {
      has |= RangeName.is(name) && !isMailbox(start, name);
    }
    return has;
  }

  /** Says whether the name is that of a file or folder, or of standard input. */
  static boolean isMailbox(Path start, String name) {
    return name.equals(MailboxSource.STANDARD_INPUT) || exists(start, name);
  }

  /**
   * Finds the mail that {@code name} names; files come first, so callers look for them before.
   *
   * @throws Refusal where it is a web address without a message-id
   */
  static Optional<SeriesName> seriesIn(String name) throws Refusal {
    Optional<SeriesName> series = SeriesName.find(name);
    if (series.isEmpty() && SeriesName.isAddress(name)) {
      throw Refusal.unreadable(
          "no message-id in the address '" + name + "'", "reroll diff MESSAGE-ID");
    }
    return series;
  }

  private static boolean exists(Path start, String name) {
    try {
      return Files.exists(start.resolve(name));
    } catch (InvalidPathException notEvenAPath) {
      return false;
    }
  }
}
