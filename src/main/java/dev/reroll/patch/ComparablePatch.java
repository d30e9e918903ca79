package dev.reroll.patch;

import dev.reroll.bytes.Octets;
import dev.reroll.message.MessageId;
import java.util.List;
import java.util.Optional;

/**
 * A patch in the form in which it is compared: one text with the sections Metadata, Commit message,
 * and one for each file, as {@code git range-diff} builds it for the applied patch.
 *
 * @param subject the title, one line, tabs kept; for a bare diff the name of its file
 * @param id the stable patch-id of its diff
 * @param messageId the mail that it came in, where it came in one
 * @param text the whole text; each line, also the last, ends with LF
 * @param diffOffset where the diff part begins in {@code text}, in octets: its first file header;
 *     0, so the whole text, for a patch without files
 * @param diffSize lines of the diff part without the empty ones between files; 0 without files
 * @param files what its diff says of each file, in the order of {@code text}; the hunks are without
 *     lines and headings
 */
public record ComparablePatch(
    Octets subject,
    PatchId id,
    Optional<MessageId> messageId,
    Octets text,
    int diffOffset,
    int diffSize,
    List<FileDiff> files) {
  public ComparablePatch {
    if (diffOffset < 0 || diffOffset > text.length() || diffSize < 0) {
      throw new IllegalArgumentException("no diff part at " + diffOffset + ", " + diffSize);
    }
    files = List.copyOf(files);
  }

  /** Makes a patch of which nothing is known but its text. */
  public ComparablePatch(
      Octets subject,
      PatchId id,
      Optional<MessageId> messageId,
      Octets text,
      int diffOffset,
      int diffSize) {
    this(subject, id, messageId, text, diffOffset, diffSize, List.of());
  }
}
