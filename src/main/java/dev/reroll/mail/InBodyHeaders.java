package dev.reroll.mail;

import dev.reroll.message.HeaderLine;
import dev.reroll.message.Octets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the {@code From:}, {@code Subject:} and {@code Date:} lines with which a body may begin,
 * and which win over the mail's own: the patch was written by someone else than its sender.
 *
 * <p>Each counts once; the first line that is none of them, or an empty line behind one, ends them.
 */
final class InBodyHeaders {
  private static final List<String> NAMES = List.of("from", "subject", "date");

  private final Octets body;
  private final Map<String, Octets> values = new HashMap<>();
  private int end;

  private InBodyHeaders(Octets body) {
    this.body = body;
  }

  static InBodyHeaders of(Octets body) {
    InBodyHeaders headers = new InBodyHeaders(body);
    headers.read();
    return headers;
  }

  /** Returns where the text of the message begins. */
  int end() {
    return end;
  }

  /** Returns the raw, unfolded value of the {@code From:} line. */
  Optional<Octets> from() {
    return Optional.ofNullable(values.get("from"));
  }

  /** Returns the raw, unfolded value of the {@code Subject:} line. */
  Optional<Octets> subject() {
    return Optional.ofNullable(values.get("subject"));
  }

  private void read() {
    boolean header = false;
    while (end < body.length()) {
      if (body.at(end) == '\n') {
        end++;
        if (header) {
          return;
        }
      } else {
        header = readHeader();
        if (!header && !readBracketLine() && !skipQuotedSeparator()) {
          return;
        }
      }
    }
  }

  private boolean readHeader() {
    int colon = HeaderLine.colonOf(body, end);
    if (colon > 0) {
      for (String name : NAMES) {
        if (HeaderLine.isNamed(body, end, colon, name) && !values.containsKey(name)) {
          int next = HeaderLine.endOfHeader(body, end);
          values.put(name, HeaderBlock.unfolded(body, colon + 1, next));
          end = next;
          return true;
        }
      }
    }
    return false;
  }

  /** A line such as "[PATCH] title" is a subject, too; an empty line behind it ends nothing. */
  private boolean readBracketLine() {
    int next = body.endOfLine(end);
    if (!body.startsWith("[PATCH]", end) || end + 7 >= next || !Blanks.isBlank(body.at(end + 7))) {
      return false;
    }
    values.put("subject", Blanks.trimmed(body.slice(end, next)));
    end = next;
    return true;
  }

  private boolean skipQuotedSeparator() {
    int next = body.endOfLine(end);
    String date = " Mon Sep 17 00:00:00 2001";
    boolean separator =
        body.startsWith(">From ", end)
            && body.slice(end, next).indexOf(' ', 6) == 46
            && body.startsWith(date, end + 46);
    if (separator) {
      end = next;
    }
    return separator;
  }
}
