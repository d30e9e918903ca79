package dev.reroll.interdiff;

import dev.reroll.message.Octets;
import java.util.List;
import java.util.Optional;

/**
 * Finds the heading of a hunk in a text of which not all is known: the nearest line above that the
 * rule takes, or else what the hunks of the mails say where the known lines end.
 */
final class UnknownHeadings {
  private final FileText text;
  private final HeadingRule rule;

  /** From here on, on the way up, no unknown line is a heading. */
  private int noHeadingFrom = Integer.MAX_VALUE;

  UnknownHeadings(FileText text, HeadingRule rule) {
    this.text = text;
    this.rule = rule;
  }

  /** Returns the heading of a hunk that begins with the line number {@code start}, 0-based. */
  Octets above(int start) {
    List<Piece> pieces = text.pieces();
    int piece = 0;
    int left = start;
    while (piece < pieces.size() && left >= pieces.get(piece).length()) {
      left -= pieces.get(piece++).length();
    }
    Optional<Octets> told = Optional.empty();
    noHeadingFrom = Integer.MAX_VALUE;
    for (; piece >= 0; piece--) {
      for (int i = left - 1; i >= 0; i--) {
        Piece current = pieces.get(piece);
        if (told.isEmpty() && current.baseIndex(i) != Piece.NOWHERE) {
          told = text.base().headingAbove(current.baseIndex(i) + 1);
          noHeadingFrom =
              Math.min(noHeadingFrom, text.base().withoutHeadingFrom(current.baseIndex(i) + 1));
        }
        Optional<Octets> line = current.line(i, text.base());
        if (line.isEmpty() && !isNoHeading(current.baseIndex(i))) {
          return told.orElse(Octets.EMPTY);
        }
        Optional<Octets> heading = line.flatMap(rule::headingOfWhole);
        if (heading.isPresent()) {
          return heading.get();
        }
      }
      left = piece > 0 ? pieces.get(piece - 1).length() : 0;
    }
    return Octets.EMPTY;
  }

  private boolean isNoHeading(int baseIndex) {
    return baseIndex >= noHeadingFrom;
  }
}
