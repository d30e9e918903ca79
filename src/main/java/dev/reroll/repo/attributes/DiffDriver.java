package dev.reroll.repo.attributes;

import dev.reroll.interdiff.HeadingRule;
import java.util.Optional;

/**
 * How files of one kind are compared (gitattributes(5), "diff").
 *
 * @param binary whether they count as binary; by their content where it is empty
 * @param headings which lines are hunk headings, where something is said of that
 */
public record DiffDriver(Optional<Boolean> binary, Optional<HeadingRule> headings) {
  /** For files of which nothing is said. */
  static final DiffDriver STANDARD = new DiffDriver(Optional.empty(), Optional.empty());
}
