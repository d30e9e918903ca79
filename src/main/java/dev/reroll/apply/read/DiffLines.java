package dev.reroll.apply.read;

import dev.reroll.bytes.Octets;

/** Walks over a diff line by line. */
final class DiffLines {
  private final Octets text;
  private int start;
  private int end;
  private int ordinal = 1;

  DiffLines(Octets text) {
    this.text = text;
    end = text.endOfLine(0);
  }

  boolean atEnd() {
    return start >= text.length();
  }

  /** Returns the 1-based number of the current line. */
  int ordinal() {
    return ordinal;
  }

  /** Returns the current line without its LF; empty at the end. */
  Octets line() {
    return text.slice(start, isTerminated() ? end - 1 : end);
  }

  /** Returns the current line with its LF. */
  Octets whole() {
    return text.slice(start, end);
  }

  /** Returns the line behind the current one, without its LF. */
  Octets next() {
    return peek(1);
  }

  /** Returns the line {@code count} lines further on, without its LF; empty behind the end. */
  Octets peek(int count) {
    int from = start;
    int to = end;
    for (int i = 0; i < count; i++) {
      from = to;
      to = text.endOfLine(from);
    }
    boolean terminated = to > from && text.at(to - 1) == '\n';
    return text.slice(from, terminated ? to - 1 : to);
  }

  /** Whether the current line ends with an LF. */
  boolean isTerminated() {
    return end > start && text.at(end - 1) == '\n';
  }

  /** Returns how many octets there are behind the current line. */
  int countBehind() {
    return text.length() - end;
  }

  boolean startsWith(String prefix) {
    return start + prefix.length() <= end && text.startsWith(prefix, start);
  }

  void advance() {
    start = end;
    end = text.endOfLine(start);
    ordinal++;
  }
}
