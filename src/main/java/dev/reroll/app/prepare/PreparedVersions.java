package dev.reroll.app.prepare;

import dev.reroll.app.select.SelectedVersions;

/**
 * Two versions in the form that is compared.
 *
 * @param selected where they come from, and what was said about them
 * @param before the older one
 * @param after the newer one
 */
public record PreparedVersions(
    SelectedVersions selected, PreparedVersion before, PreparedVersion after) {
  /** Whether the versions are as a tree has them, not as they were mailed. */
  public boolean isInTree() {
    return before.treeLine().isPresent();
  }
}
