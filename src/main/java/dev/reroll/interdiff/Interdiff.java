package dev.reroll.interdiff;

import java.util.List;

/**
 * Holds what is different between the end results of two versions.
 *
 * @param files in the order of git's diffs; a file that is the same in both is not among them
 * @param untold the files of which it cannot be said, by path
 */
public record Interdiff(List<ChangedFile> files, List<UntoldFile> untold) {
  public Interdiff {
    files = List.copyOf(files);
    untold = List.copyOf(untold);
  }
}
