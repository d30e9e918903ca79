package dev.reroll.render.html;

import dev.reroll.bytes.Octets;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.render.html.page.PageLine;
import java.util.ArrayList;
import java.util.List;

/**
 * The comparable text of a patch line by line.
 *
 * @param lines the lines without their LF
 * @param diffIndex 0-based index of the first line of the diff part
 */
record PatchLines(List<Octets> lines, int diffIndex) {
  static PatchLines of(ComparablePatch patch) {
    Octets text = patch.text();
    boolean hasFiles = patch.diffSize() > 0;
    List<Octets> lines = new ArrayList<>();
    int diffIndex = 0;
    for (int from = 0; from < text.length(); ) {
      if (from < patch.diffOffset()) {
        diffIndex++;
      }
      int to = text.endOfLine(from);
      lines.add(text.slice(from, to - 1));
      from = to;
    }
    return new PatchLines(lines, hasFiles ? diffIndex : lines.size());
  }

  int count() {
    return lines.size();
  }

  /** Returns what sort of line it is, by the letter that {@link PageLine} has for it. */
  char kind(int index) {
    Octets line = lines.get(index);
    if (line.startsWith(" ## ") && line.endsWith(" ##")) {
      return 's';
    }
    if (index < diffIndex) {
      return 't';
    }
    char first = line.isEmpty() ? ' ' : (char) line.at(0);
    return switch (first) {
      case '+' -> 'p';
      case '-' -> 'm';
      case '@' -> 'h';
      default -> 'c';
    };
  }

  /**
   * Two patches that belong together.
   *
   * @param id the anchor of the pair
   * @param before the old patch
   * @param after the new patch
   */
  record PatchPair(String id, PatchLines before, PatchLines after) {}
}
