package dev.reroll.rangediff;

import dev.reroll.linediff.LineTable;
import dev.reroll.message.Octets;
import dev.reroll.message.Utf8;
import dev.reroll.message.WhiteSpace;
import java.util.Optional;

/**
 * Finds the heading of a hunk: the nearest line of the old text above it that opens a section
 * ({@code ## path ##}) or a hunk ({@code @@ path: function}).
 *
 * <p>The search goes back to the first line of the hunk before; where it finds nothing the last
 * heading stays. As git does, a heading is cut to 80 octets, then white space at its end and at
 * last a part of a character are taken off; a line that is not UTF-8 throughout is none.
 */
final class HeadingFinder {
  private static final int LONGEST = 80;

  private final ComparedText text;
  private final LineTable table;
  private int searchedFrom = -1;
  private Octets heading = Octets.EMPTY;

  HeadingFinder(ComparedText text, LineTable table) {
    this.text = text;
    this.table = table;
  }

  /** Returns the heading of the hunk that begins at line {@code start}; hunks come in order. */
  Octets before(int start) {
    for (int i = start - 1; i > searchedFrom; i--) {
      Optional<Octets> found = headingOf(table.line(text.lines()[i]));
      if (found.isPresent()) {
        heading = found.get();
        break;
      }
    }
    searchedFrom = start - 1;
    return heading;
  }

  private static Optional<Octets> headingOf(Octets terminated) {
    Octets line = withoutLineEnd(terminated);
    Optional<Octets> section = sectionTitle(line);
    Optional<Octets> title = section.isPresent() ? section : hunkHeading(line);
    return title.isPresent() && Utf8.isWellFormed(line)
        ? Optional.of(cut(title.get()))
        : Optional.empty();
  }

  private static Optional<Octets> sectionTitle(Octets line) {
    boolean matches = line.length() >= 7 && line.startsWith(" ## ") && line.endsWith(" ##");
    return matches ? Optional.of(line.slice(4, line.length() - 3)) : Optional.empty();
  }

  private static Optional<Octets> hunkHeading(Octets line) {
    if (line.startsWith("@@ ")) {
      return Optional.of(line.slice(3));
    }
    return line.startsWith("@@ ", 1) ? Optional.of(line.slice(4)) : Optional.empty();
  }

  private static Octets cut(Octets title) {
    int end = Math.min(title.length(), LONGEST);
    while (end > 0 && WhiteSpace.is(title.at(end - 1))) {
      end--;
    }
    int whole = 0;
    for (int length = 1; length > 0 && whole < end; whole += length) {
      length = Utf8.sequenceLength(title, whole, end);
    }
    return title.slice(0, whole);
  }

  private static Octets withoutLineEnd(Octets line) {
    int end = line.length();
    if (end > 0 && line.at(end - 1) == '\n') {
      end--;
    }
    if (end > 0 && line.at(end - 1) == '\r') {
      end--;
    }
    return line.slice(0, end);
  }
}
