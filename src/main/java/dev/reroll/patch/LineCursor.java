package dev.reroll.patch;

import dev.reroll.bytes.Octets;

/** Walks over octets line by line; a line is given without its LF. */
final class LineCursor {
  private final Octets octets;
  private int start;
  private int next;

  LineCursor(Octets octets) {
    this.octets = octets;
    next = octets.endOfLine(0);
  }

  /** Returns a cursor that stands here and moves on its own. */
  LineCursor fork() {
    LineCursor fork = new LineCursor(octets);
    fork.start = start;
    fork.next = next;
    return fork;
  }

  boolean atEnd() {
    return start >= octets.length();
  }

  /** Returns the offset of the current line. */
  int offset() {
    return start;
  }

  /** Returns the offset of the line after the current one. */
  int nextOffset() {
    return next;
  }

  /** Returns how many octets there are from the current line to the end. */
  int countLeft() {
    return octets.length() - start;
  }

  /** Returns the octets from {@code from} to the current line. */
  Octets since(int from) {
    return octets.slice(from, start);
  }

  void advance() {
    start = next;
    next = octets.endOfLine(start);
  }

  /** Returns the current line; empty at the end. */
  Octets line() {
    return line(start, next);
  }

  /** Returns the current line without a CR that ends it: for headers of a diff, not its content. */
  Octets bareLine() {
    Octets line = line();
    return line.endsWith("\r") ? line.slice(0, line.length() - 1) : line;
  }

  /** Returns the line {@code count} lines further on; empty behind the end. */
  Octets peek(int count) {
    int from = start;
    int to = next;
    for (int i = 0; i < count; i++) {
      from = to;
      to = octets.endOfLine(from);
    }
    return line(from, to);
  }

  boolean startsWith(String prefix) {
    return octets.startsWith(prefix, start) && start + prefix.length() <= next;
  }

  private Octets line(int from, int to) {
    boolean terminated = to > from && octets.at(to - 1) == '\n';
    return octets.slice(from, terminated ? to - 1 : to);
  }
}
