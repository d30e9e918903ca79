package dev.reroll.apply.read;

import java.util.List;
import java.util.Optional;

/**
 * What a patch does to one file, in the form in which it is applied.
 *
 * @param fragments its hunks; none where the content stays or is binary
 * @param binary what stands in place of hunks where the content is binary
 */
public record FilePatch(FileHead head, List<Fragment> fragments, Optional<BinaryContent> binary) {
  public FilePatch {
    fragments = List.copyOf(fragments);
  }

  /** The new binary content; without data where the mail only says that files differ. */
  public record BinaryContent(Optional<BinaryHunk> hunk) {}

  /** Returns the same change under another head. */
  public FilePatch with(FileHead other) {
    return new FilePatch(other, fragments, binary);
  }
}
