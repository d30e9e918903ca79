package dev.reroll.repo.revisions;

import java.util.List;

/**
 * Two ranges of commits that are compared.
 *
 * @param before the older one
 * @param after the newer one
 * @param paths the paths that count; all where there are none
 */
public record CommitPair(CommitRange before, CommitRange after, List<String> paths) {
  public CommitPair {
    paths = List.copyOf(paths);
  }
}
