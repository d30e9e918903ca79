package dev.reroll.apply;

import java.util.List;
import java.util.Optional;

/**
 * Holds what a patch does to one file, in the form in which it is applied.
 *
 * @param fragments its hunks; none where the content stays or is binary
 * @param binary what stands in place of hunks where the content is binary
 */
record FilePatch(FileHead head, List<Fragment> fragments, Optional<BinaryContent> binary) {
  FilePatch {
    fragments = List.copyOf(fragments);
  }

  /** The new binary content; without data where the mail only says that files differ. */
  record BinaryContent(Optional<BinaryHunk> hunk) {}

  FilePatch with(FileHead other) {
    return new FilePatch(other, fragments, binary);
  }
}
