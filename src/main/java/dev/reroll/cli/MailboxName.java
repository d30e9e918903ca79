package dev.reroll.cli;

import dev.reroll.message.MessageId;
import dev.reroll.message.Refusal;
import dev.reroll.source.MailboxSource;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what a positional argument names: an existing path first, then a URL, then a message-id.
 */
final class MailboxName {
  /** Is loaded only where a name is no file. */
  private static final class Form {
    static final Pattern URL = Pattern.compile("[a-z][a-z0-9+.-]*://.*/([^/\\s]+@[^/\\s]+)/?.*");
    static final Pattern MESSAGE_ID =
        Pattern.compile("(?:id:|rfc822msgid:)?<?([^\\s<>/]+@[^\\s<>/]+?)>?");
  }

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
          "standard input can be one side only", "reroll diff v1.mbox - < v2.mbox");
    }
    return all;
  }

  /** Says whether the name is that of a file or folder, or of standard input. */
  static boolean isMailbox(Path start, String name) {
    return name.equals(MailboxSource.STANDARD_INPUT) || exists(start, name);
  }

  /** Finds the message-id that {@code name} is, or carries. */
  static Optional<MessageId> seriesIn(String name) {
    Matcher url = Form.URL.matcher(name);
    Matcher id = Form.MESSAGE_ID.matcher(name);
    if (url.matches()) {
      return Optional.of(new MessageId(url.group(1)));
    }
    return id.matches() ? Optional.of(new MessageId(id.group(1))) : Optional.empty();
  }

  private static boolean exists(Path start, String name) {
    try {
      return Files.exists(start.resolve(name));
    } catch (InvalidPathException notEvenAPath) {
      return false;
    }
  }
}
