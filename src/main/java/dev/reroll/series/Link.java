package dev.reroll.series;

import java.util.List;

/**
 * Ties a version to the one that it follows.
 *
 * @param before the older version's label
 * @param after the newer version's label
 * @param evidence why it is believed, the strongest first; never empty
 */
public record Link(VersionLabel before, VersionLabel after, List<Evidence> evidence) {
  public Link {
    evidence = evidence.stream().sorted().toList();
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("a link has evidence");
    }
  }

  /** Returns the strongest evidence. */
  public Evidence strongest() {
    return evidence.get(0);
  }

  /** Whether nothing but likeness speaks for it. */
  public boolean isGuess() {
    return strongest().kind() == Evidence.Kind.CONTENT;
  }
}
