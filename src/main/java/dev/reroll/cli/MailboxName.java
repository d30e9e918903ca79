package dev.reroll.cli;

import dev.reroll.message.Refusal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Tells what a positional argument names: an existing path first, then a URL, then a message-id.
 * Only paths can be read yet.
 */
final class MailboxName {
  private static final Pattern URL = Pattern.compile("[a-z][a-z0-9+.-]*://.*");
  private static final Pattern MESSAGE_ID =
      Pattern.compile("(id:|rfc822msgid:)?<?[^\\s<>/]+@[^\\s<>/]+>?");

  private MailboxName() {}

  /** Refuses a name that is no path, seen from {@code start}, but a URL or a message-id. */
  static void check(Path start, String name) throws Refusal {
    if (name.equals("-") || exists(start, name)) {
      return;
    }
    if (URL.matcher(name).matches() || MESSAGE_ID.matcher(name).matches()) {
      throw Refusal.nothingToCompare(
          "'" + name + "' was not found: only mailboxes on this machine are searched yet",
          "save the thread first, for example with: b4 mbox " + name);
    }
  }

  private static boolean exists(Path start, String name) {
    try {
      return Files.exists(start.resolve(name));
    } catch (InvalidPathException notEvenAPath) {
      return false;
    }
  }
}
