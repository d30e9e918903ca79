package dev.reroll.interdiff;

import dev.reroll.bytes.Octets;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the hunks of all patches show of one file before any of them: some of its lines, by their
 * 0-based place. A line is kept with its LF; one without ends the file.
 */
final class BaseFile {
  /** The number of lines of a file whose end was not seen. */
  static final int NO_END = Integer.MAX_VALUE;

  private final Map<Integer, Octets> lines = new HashMap<>();
  private final Map<Integer, Octets> headings = new HashMap<>();
  private final Map<Integer, Integer> withoutHeading = new HashMap<>();
  private int lineCount;
  private int likelyEnd = NO_END;
  private int highestKnown = -1;

  private BaseFile(int lineCount) {
    this.lineCount = lineCount;
  }

  /** Makes a file of which nothing is known. */
  static BaseFile unknown() {
    return new BaseFile(NO_END);
  }

  /** Makes a file without lines, which is what a new file was before. */
  static BaseFile empty() {
    return new BaseFile(0);
  }

  /** Makes a file of which all is known. */
  static BaseFile of(Octets content) {
    BaseFile file = new BaseFile(0);
    for (int from = 0; from < content.length(); ) {
      int to = content.endOfLine(from);
      file.highestKnown = file.lineCount++;
      file.lines.put(file.highestKnown, content.slice(from, to));
      from = to;
    }
    return file;
  }

  /** Returns how many lines it has; {@link #NO_END} where its end was not seen. */
  int lineCount() {
    return lineCount;
  }

  /** Returns how many lines it has, or seems to have: {@link #NO_END} where nothing says that. */
  int likelyLineCount() {
    boolean isLikely = lineCount == NO_END && likelyEnd == highestKnown + 1;
    return isLikely ? likelyEnd : lineCount;
  }

  /** Finds the line at {@code index}. */
  Optional<Octets> line(int index) {
    return Optional.ofNullable(lines.get(index));
  }

  boolean isKnown(int index) {
    return lines.containsKey(index);
  }

  /** Whether any line is known. */
  boolean isSeen() {
    return !lines.isEmpty();
  }

  /** Returns the places of all known lines, in order. */
  NavigableSet<Integer> knownLines() {
    return new TreeSet<>(lines.keySet());
  }

  /** Whether {@code line} can stand at {@code index}, by all that is known. */
  boolean allows(int index, Octets line) {
    Octets known = lines.get(index);
    if (known != null) {
      return known.equals(line);
    }
    return index < lineCount && (line.endsWith("\n") || allowsEnd(index + 1));
  }

  /** Whether the file can end behind {@code count} lines, by all that is known. */
  boolean allowsEnd(int count) {
    return lineCount == NO_END ? count > highestKnown : lineCount == count;
  }

  /** Keeps a line that it {@link #allows}. */
  void learn(int index, Octets line) {
    lines.put(index, line);
    highestKnown = Math.max(highestKnown, index);
    if (!line.endsWith("\n")) {
      lineCount = index + 1;
    }
  }

  /** Keeps where the file ends. */
  void learnEnd(int count) {
    lineCount = count;
  }

  /** Keeps that a hunk has less context than others, as if the file ended there. */
  void learnLikelyEnd(int count) {
    likelyEnd = count;
  }

  /** Keeps that {@code heading} is the nearest one above the line at {@code index}. */
  void learnHeading(int index, Octets heading) {
    headings.put(index, heading);
  }

  /** Keeps that no line of {@code [from, to)} is a heading. */
  void learnNoHeading(int from, int to) {
    withoutHeading.merge(to, from, Math::min);
  }

  /** Returns the first of the lines right above the one at {@code index} that are no headings. */
  int withoutHeadingFrom(int index) {
    return withoutHeading.getOrDefault(index, index);
  }

  /** Finds the heading above the line at {@code index}, where a hunk told it. */
  Optional<Octets> headingAbove(int index) {
    return Optional.ofNullable(headings.get(index));
  }
}
