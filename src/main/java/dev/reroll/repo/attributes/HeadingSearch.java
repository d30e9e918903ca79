package dev.reroll.repo.attributes;

import dev.reroll.bytes.Octets;
import dev.reroll.interdiff.HeadingRule;
import dev.reroll.linediff.LineTable;
import java.util.Optional;

/**
 * Finds the heading of a hunk: the nearest line of the old file above it that the rule takes. The
 * search goes back to the first line of the hunk before; where it finds nothing the last heading
 * stays.
 */
public final class HeadingSearch {
  private final int[] lines;
  private final LineTable table;
  private final HeadingRule rule;
  private int searchedFrom = -1;
  private Octets heading = Octets.EMPTY;

  /** Searches the lines of the old file, given by their numbers in {@code table}. */
  public HeadingSearch(int[] lines, LineTable table, HeadingRule rule) {
    this.lines = lines;
    this.table = table;
    this.rule = rule;
  }

  /** Returns the heading of the hunk that begins at line {@code start}; hunks come in order. */
  public Octets before(int start) {
    for (int i = start - 1; i > searchedFrom; i--) {
      Optional<Octets> found = rule.headingOfWhole(table.line(lines[i]));
      if (found.isPresent()) {
        heading = found.get();
        break;
      }
    }
    searchedFrom = start - 1;
    return heading;
  }
}
