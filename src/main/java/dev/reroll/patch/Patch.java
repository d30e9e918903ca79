package dev.reroll.patch;

import java.util.List;

/**
 * A parsed diff.
 *
 * @param files what it does, file by file, in the order of the mail
 * @param id its stable patch-id
 * @param isWhole whether all that looks like a diff could be read
 */
public record Patch(List<FileDiff> files, PatchId id, boolean isWhole) {
  public Patch {
    files = List.copyOf(files);
  }

  /** Makes one of which nothing is missing. */
  public Patch(List<FileDiff> files, PatchId id) {
    this(files, id, true);
  }
}
