package dev.reroll.patch;

import dev.reroll.bytes.Octets;
import java.util.List;

/**
 * One hunk of a file's diff.
 *
 * @param before the lines it covers in the old file
 * @param after the lines it covers in the new file
 * @param heading what follows the second {@code @@} and its blank: usually the function; empty
 *     where there is none
 * @param lines its lines, in order
 */
public record Hunk(Span before, Span after, Octets heading, List<HunkLine> lines) {
  /**
   * Counts lines of one side of a hunk.
   *
   * @param start 1-based first line, 0 where the side is empty
   * @param count how many lines the header promises
   */
  public record Span(int start, int count) {
    public Span {
      if (start < 0 || count < 0) {
        throw new IllegalArgumentException("not a span: " + start + "," + count);
      }
    }
  }

  public Hunk {
    lines = List.copyOf(lines);
  }

  /**
   * One line of a hunk.
   *
   * @param sign {@code ' '}, {@code '+'} or {@code '-'}; {@code '\\'} for the remark that the line
   *     before it has no newline
   * @param text the line behind its sign, without the LF; a CR belongs to it
   */
  public record HunkLine(char sign, Octets text) {
    /** What a line that has no newline at its end is followed by. */
    public static final HunkLine NO_NEWLINE =
        new HunkLine('\\', Octets.utf8(" No newline at end of file"));

    public HunkLine {
      if (" +-\\".indexOf(sign) < 0) {
        throw new IllegalArgumentException("no sign of a hunk line: " + sign);
      }
    }
  }
}
