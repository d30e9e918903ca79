package dev.reroll.source.mirror.arrivals;

import dev.reroll.bytes.Octets;
import dev.reroll.message.MessageId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Collects what the text of a mail says about other mails: its {@code change-id:} lines, the
 * message ids in its links, and those in brackets ({@code Supersedes: <id>}). Quoted lines and the
 * lines of a diff say nothing.
 */
final class TextMarks {
  private static final int MAX_MARKS = 256;
  private static final String CHANGE_ID = "change-id:";
  private static final String ENDS = " \t\r\n<>\"')]|";

  private final Set<String> changeIds = new LinkedHashSet<>();
  private final Set<MessageId> linked = new LinkedHashSet<>();

  /** What a piece of a mail is. */
  enum Part {
    /** Prose. */
    TEXT,
    /** A diff, and what stands below it. */
    DIFF
  }

  Set<String> changeIds() {
    return changeIds;
  }

  Set<MessageId> linked() {
    return linked;
  }

  /** Reads one piece; lines end in LF. */
  void read(Octets text, Part part) {
    int end;
    for (int line = 0; line < text.length(); line = end) {
      end = text.endOfLine(line);
      byte first = text.at(line);
      boolean isDiff =
          part == Part.DIFF && (first == '+' || first == '-' || first == ' ' || first == '@');
      if (first != '>' && !isDiff && mayMark(text, line, end)) {
        readLine(text.slice(line, end).decode(StandardCharsets.UTF_8));
      }
    }
  }

  /** Whether the line holds {@code ://} or {@code <}, or begins like {@code change-id}. */
  private static boolean mayMark(Octets text, int from, int to) {
    if (text.startsWith("change-", from) || text.startsWith("Change-", from)) {
      return true;
    }
    for (int i = from; i < to; i++) {
      byte octet = text.at(i);
      if (octet == '<' || (octet == ':' && text.startsWith("://", i))) {
        return true;
      }
    }
    return false;
  }

  private void readLine(String line) {
    if (line.toLowerCase(Locale.ROOT).startsWith(CHANGE_ID)) {
      String value = line.substring(CHANGE_ID.length()).strip();
      if (!value.isEmpty() && value.indexOf(' ') < 0 && changeIds.size() < MAX_MARKS) {
        changeIds.add(value);
      }
      return;
    }
    for (int at = line.indexOf("://"); at >= 0; at = line.indexOf("://", at + 1)) {
      int end = endOfWord(line, at + 3);
      readAddress(line.substring(at + 3, end));
    }
    if (namesMail(line)) {
      int open = line.indexOf('<');
      int close = line.indexOf('>', open);
      if (close > open + 1) {
        addId(line.substring(open + 1, close));
      }
    }
  }

  private static int endOfWord(String line, int from) {
    int end = from;
    while (end < line.length() && ENDS.indexOf(line.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** Reads {@code host/list/id@host/}: the first step of the path that can be a message id. */
  private void readAddress(String address) {
    String path = address.replaceFirst("[?#].*", "");
    String[] steps = path.split("/", -1);
    for (int i = 1; i < steps.length; i++) {
      String step = steps[i].replace("+", "%2B");
      if (step.contains("@") || step.contains("%40")) {
        addId(decoded(step));
        return;
      }
    }
  }

  private static String decoded(String step) {
    try {
      return URLDecoder.decode(step, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return step;
    }
  }

  /** Whether {@code <…>} is a mail here, not somebody's address as in Signed-off-by. */
  private static boolean namesMail(String line) {
    String start = line.stripLeading().toLowerCase(Locale.ROOT);
    return start.startsWith("supersedes:")
        || start.startsWith("based-on:")
        || start.startsWith("depends-on:")
        || start.startsWith("message-id:")
        || start.startsWith("prerequisite-message-id:")
        || start.startsWith("in-reply-to:");
  }

  private void addId(String id) {
    String plain = id.strip();
    if (plain.indexOf('@') > 0 && plain.indexOf(' ') < 0 && linked.size() < MAX_MARKS) {
      linked.add(new MessageId(plain));
    }
  }
}
