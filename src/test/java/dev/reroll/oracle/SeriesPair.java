package dev.reroll.oracle;

import java.util.List;

/** Two versions of a series on the same base. */
record SeriesPair(Tree base, List<Commit> before, List<Commit> after) {
  SeriesPair {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
