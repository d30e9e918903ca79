package dev.reroll.patch;

import dev.reroll.bytes.Octets;

/** Scans a hunk header, {@code @@ -start[,count] +start[,count] @@[ heading]}. */
public final class SpanScanner {
  private static final int MAX_DIGITS = 9;

  private final Octets line;
  private int index;
  private Hunk.Span before = new Hunk.Span(0, 0);
  private Hunk.Span after = new Hunk.Span(0, 0);
  private Octets heading = Octets.EMPTY;

  /** Creates a scanner of one line without its end; nothing is read yet. */
  public SpanScanner(Octets line) {
    this.line = line;
  }

  /** Whether {@code line} is a hunk header. */
  public static boolean isHeader(Octets line) {
    return line.startsWith("@@ -") && new SpanScanner(line).scan();
  }

  /** Scans the whole line; false where it is no hunk header. */
  public boolean scan() {
    if (!skip("@@ -")) {
      return false;
    }
    Hunk.Span[] spans = new Hunk.Span[2];
    if (!span(spans, 0) || !skip(" +") || !span(spans, 1) || !skip(" @@")) {
      return false;
    }
    before = spans[0];
    after = spans[1];
    skip(" ");
    heading = withoutReturn(line.slice(index));
    return true;
  }

  /** Returns the lines of the old file, once {@link #scan} found a header. */
  public Hunk.Span before() {
    return before;
  }

  /** Returns the lines of the new file. */
  public Hunk.Span after() {
    return after;
  }

  /** Returns what stands behind the second {@code @@} and its blank. */
  public Octets heading() {
    return heading;
  }

  private boolean span(Hunk.Span[] spans, int slot) {
    int start = number();
    int count = start >= 0 && skip(",") ? number() : 1;
    if (start < 0 || count < 0) {
      return false;
    }
    spans[slot] = new Hunk.Span(start, count);
    return true;
  }

  /** Reads a number of at most nine digits; −1 where there is none. */
  private int number() {
    int from = index;
    int value = 0;
    while (index < line.length() && line.at(index) >= '0' && line.at(index) <= '9') {
      if (index - from >= MAX_DIGITS) {
        return -1;
      }
      value = value * 10 + line.at(index++) - '0';
    }
    return index == from ? -1 : value;
  }

  private boolean skip(String text) {
    boolean there = line.startsWith(text, index);
    index += there ? text.length() : 0;
    return there;
  }

  private static Octets withoutReturn(Octets text) {
    return text.endsWith("\r") ? text.slice(0, text.length() - 1) : text;
  }
}
