package dev.reroll.mail;

import dev.reroll.bytes.Octets;
import dev.reroll.message.HeaderLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A body taken apart: in-body headers, message, notes, diff.
 *
 * @param headers the headers at its start
 * @param message the raw lines of the commit message
 * @param notes what stands between the {@code ---} line and the diff
 * @param diff from the first line of the diff to the end; empty where there is none
 * @param diffIndex where in the body the diff begins
 * @param exampleIndex where an unindented example diff in the message begins; −1 where there is
 *     none
 */
record PatchText(
    InBodyHeaders headers,
    Octets message,
    Octets notes,
    Octets diff,
    int diffIndex,
    int exampleIndex) {
  static PatchText of(Octets body) {
    InBodyHeaders headers = InBodyHeaders.of(body);
    int messageEnd = DiffStart.endOfMessage(body, headers.end());
    int example = -1;
    if (!DiffStart.isThreeDashes(body, messageEnd)) {
      int below = DiffStart.endOfMessageBelowExample(body, messageEnd);
      example = below < 0 ? -1 : messageEnd;
      messageEnd = below < 0 ? messageEnd : below;
    }
    boolean dashes = DiffStart.isThreeDashes(body, messageEnd);
    int notesStart = dashes ? body.endOfLine(messageEnd) : messageEnd;
    int found = DiffStart.find(body, notesStart);
    int diffIndex = found < 0 ? body.length() : found;
    return new PatchText(
        headers,
        body.slice(headers.end(), messageEnd),
        body.slice(notesStart, diffIndex),
        body.slice(diffIndex),
        diffIndex,
        example);
  }

  /** Whether a line {@code ---} ends the message. */
  boolean hasDashes() {
    return headers.end() + message.length() < diffIndex - notes.length();
  }

  boolean hasDiff() {
    return !diff.isEmpty();
  }

  /**
   * Finds where the message of a patch mail ends and where its diff begins, without reading the
   * diff.
   */
  private static final class DiffStart {
    private DiffStart() {}

    /**
     * Finds the line at or after {@code from} that ends the commit message: {@code ---} with
     * nothing but white space behind it, {@code --- } and a file name, {@code diff -} or {@code
     * Index: }. The end of the body where there is none.
     */
    static int endOfMessage(Octets body, int from) {
      int line = from;
      while (line < body.length() && !endsMessage(body, line)) {
        line = body.endOfLine(line);
      }
      return line;
    }

    private static boolean endsMessage(Octets body, int line) {
      if (body.startsWith("---", line)) {
        return isThreeDashes(body, line) || isFileLine(body, line, "--- ");
      }
      return body.startsWith("diff -", line) || body.startsWith("Index: ", line);
    }

    /** Whether the line is {@code ---} and white space up to its LF. */
    static boolean isThreeDashes(Octets body, int line) {
      if (!body.startsWith("---", line)) {
        return false;
      }
      int end = body.endOfLine(line);
      return body.at(end - 1) == '\n' && Blanks.endWithout(body, line, end) == line + 3;
    }

    /**
     * Finds the {@code ---} line below an unindented example diff in a message that began at {@code
     * from}: one with a diffstat and another diff below it; −1 where there is none.
     */
    static int endOfMessageBelowExample(Octets body, int from) {
      int dashes = -1;
      boolean diffstat = false;
      for (int line = from; line < body.length(); line = body.endOfLine(line)) {
        if (opensDiff(body, line)) {
          if (diffstat) {
            return dashes;
          }
          dashes = -1;
        } else if (dashes < 0 && isThreeDashes(body, line)) {
          dashes = line;
        } else if (dashes >= 0) {
          diffstat |= isDiffstatSummary(body, line);
        }
      }
      return -1;
    }

    private static boolean isDiffstatSummary(Octets body, int line) {
      Octets text = body.slice(line, body.endOfLine(line));
      return text.startsWith(" ") && (text.endsWith("(+)\n") || text.endsWith("(-)\n"));
    }

    /**
     * Finds the first line at or after {@code from} that really opens a diff: {@code diff --git},
     * or {@code ---}, {@code +++} and {@code @@} in a row, with the {@code diff -} or {@code Index:
     * } line right above them; −1 where there is none.
     */
    static int find(Octets body, int from) {
      for (int line = from; line < body.length(); line = body.endOfLine(line)) {
        if (opensDiff(body, line)) {
          return line;
        }
      }
      return -1;
    }

    private static boolean opensDiff(Octets body, int line) {
      if (body.startsWith("diff --git ", line) || isTriple(body, line)) {
        return true;
      }
      int next = body.endOfLine(line);
      if (body.startsWith("diff -", line)) {
        return isTriple(body, next);
      }
      return body.startsWith("Index: ", line)
          && isTriple(body, body.startsWith("====", next) ? body.endOfLine(next) : next);
    }

    private static boolean isTriple(Octets body, int line) {
      if (!isFileLine(body, line, "--- ")) {
        return false;
      }
      int second = body.endOfLine(line);
      return isFileLine(body, second, "+++ ") && body.startsWith("@@ -", body.endOfLine(second));
    }

    private static boolean isFileLine(Octets body, int line, String mark) {
      int name = line + mark.length();
      return body.startsWith(mark, line) && name < body.length() && !Blanks.isBlank(body.at(name));
    }
  }

  /**
   * Finds the {@code From:}, {@code Subject:} and {@code Date:} lines with which a body may begin,
   * and which win over the mail's own: the patch was written by someone else than its sender.
   *
   * <p>Each counts once; the first line that is none of them, or an empty line behind one, ends
   * them.
   */
  static final class InBodyHeaders {
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
      if (!body.startsWith("[PATCH]", end)
          || end + 7 >= next
          || !Blanks.isBlank(body.at(end + 7))) {
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
}
