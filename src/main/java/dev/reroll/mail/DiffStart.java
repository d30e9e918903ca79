package dev.reroll.mail;

import dev.reroll.message.Octets;

/**
 * Finds where the message of a patch mail ends and where its diff begins, without reading the diff.
 */
final class DiffStart {
  private DiffStart() {}

  /**
   * Finds the line at or after {@code from} that ends the commit message: {@code ---} with nothing
   * but white space behind it, {@code --- } and a file name, {@code diff -} or {@code Index: }. The
   * end of the body where there is none.
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

  /** Says whether the line is {@code ---} and white space up to its LF. */
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
   * Finds the first line at or after {@code from} that really opens a diff: {@code diff --git}, or
   * {@code ---}, {@code +++} and {@code @@} in a row, with the {@code diff -} or {@code Index: }
   * line right above them; −1 where there is none.
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
