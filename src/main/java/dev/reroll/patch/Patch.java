package dev.reroll.patch;

import java.util.List;

/**
 * Holds a parsed diff.
 *
 * @param files what it does, file by file, in the order of the mail
 * @param id its stable patch-id
 */
public record Patch(List<FileDiff> files, PatchId id) {
  public Patch {
    files = List.copyOf(files);
  }
}
