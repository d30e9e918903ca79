package dev.reroll.cli;

import dev.reroll.message.Refusal;
import dev.reroll.source.MailboxSource;
import dev.reroll.source.ShellWord;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells what a positional argument names: an existing path first, then a URL, then a message-id.
 * Only paths can be read yet.
 */
final class MailboxName {
  /** Is loaded only where a name is no file. */
  private static final class Form {
    static final Pattern URL = Pattern.compile("[a-z][a-z0-9+.-]*://.*");
    static final Pattern MESSAGE_ID =
        Pattern.compile("(id:|rfc822msgid:)?<?[^\\s<>/]+@[^\\s<>/]+>?");
  }

  private MailboxName() {}

  /** Refuses names that cannot be read, seen from {@code start}: URLs, message-ids, - twice. */
  static void check(Path start, List<String> names) throws Refusal {
    if (Collections.frequency(names, MailboxSource.STANDARD_INPUT) > 1) {
      throw Refusal.unreadable(
          "standard input can be one side only", "reroll diff v1.mbox - < v2.mbox");
    }
    for (String name : names) {
      check(start, name);
    }
  }

  private static void check(Path start, String name) throws Refusal {
    if (name.isEmpty()) {
      throw Refusal.unreadable("a mailbox has an empty name", "reroll diff BEFORE AFTER");
    }
    if (name.equals(MailboxSource.STANDARD_INPUT) || exists(start, name)) {
      return;
    }
    boolean isId = Form.MESSAGE_ID.matcher(name).matches();
    if (isId || Form.URL.matcher(name).matches()) {
      String wanted = isId ? name.replaceAll("^(id:|rfc822msgid:)?<?|>$", "") : name;
      throw Refusal.nothingToCompare(
          "'" + name + "' is no file here, and threads are not fetched yet",
          "b4 mbox " + ShellWord.of(wanted));
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
