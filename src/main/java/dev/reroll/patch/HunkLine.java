package dev.reroll.patch;

import dev.reroll.bytes.Octets;

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
