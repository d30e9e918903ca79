package dev.reroll.rangediff;

import dev.reroll.bytes.Octets;
import java.util.List;

/**
 * One hunk of the difference between two comparable texts.
 *
 * @param heading the section or function that it stands in; empty where none is known
 * @param beforeStart 0-based index, in the old text, of its first line
 * @param afterStart 0-based index, in the new text, of its first line
 * @param lines its lines, in order
 */
public record BodyHunk(Octets heading, int beforeStart, int afterStart, List<Line> lines) {
  /**
   * One line of the difference.
   *
   * @param sign {@code ' '} in both texts, {@code '-'} only in the old, {@code '+'} only in the new
   * @param text the line of the text, without its LF; it has, in a diff part, a sign of its own
   */
  public record Line(char sign, Octets text) {}

  public BodyHunk {
    lines = List.copyOf(lines);
  }
}
