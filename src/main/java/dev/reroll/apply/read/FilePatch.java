package dev.reroll.apply.read;

import dev.reroll.bytes.Octets;
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

  /**
   * Binary data as a patch carries it, inflated.
   *
   * @param isDelta whether {@code data} tells how to make the new content from the old one; else it
   *     is the new content
   */
  public record BinaryHunk(boolean isDelta, Octets data) {}

  /**
   * A hunk as the lines that it wants to find and those that it puts there.
   *
   * @param before the lines that must be there, context included, each with its LF
   * @param after the lines that stand there afterwards
   */
  public record Fragment(Place place, List<Octets> before, List<Octets> after) {
    /**
     * Where a hunk belongs.
     *
     * @param beforeOrdinal the first line in the old file; 0 where it covers none
     * @param afterOrdinal the first line in the new file
     * @param leadingCount how many lines of context come before the first change
     * @param trailingCount how many come behind the last
     */
    record Place(int beforeOrdinal, int afterOrdinal, int leadingCount, int trailingCount) {}

    public Fragment {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    /** Whether the hunk belongs at the beginning of the file. */
    public boolean isAtBeginning() {
      return place.beforeOrdinal() <= 1;
    }

    /** Whether the hunk belongs at the end: else there would be context behind it. */
    public boolean isAtEnd() {
      return place.trailingCount() == 0;
    }

    /** Returns the 0-based line at which it is tried first, the hunks before it being in. */
    public int expectedIndex() {
      return Math.max(0, place.afterOrdinal() - 1);
    }
  }
}
