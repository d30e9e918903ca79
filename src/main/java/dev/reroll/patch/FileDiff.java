package dev.reroll.patch;

import dev.reroll.bytes.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a patch does to one file.
 *
 * @param change what happens to the file as a whole
 * @param before its path in the old tree, unquoted and without prefix; for {@link Change#ADDED} the
 *     same as {@code after}
 * @param after its path in the new tree; for {@link Change#DELETED} the same as {@code before}
 * @param modes its modes, where the diff names both
 * @param ids what its index line names; {@link IndexIds#NONE} where it has none
 * @param mode the digits of the one mode that it has, where the diff names it: that of a new or
 *     deleted file, or of one whose content alone changes; else empty
 * @param binary whether the content is binary, so that there are no hunks
 * @param hunks the changes of its content, in order
 */
public record FileDiff(
    Change change,
    Octets before,
    Octets after,
    Optional<ModeChange> modes,
    IndexIds ids,
    Octets mode,
    boolean binary,
    List<Hunk> hunks) {
  /** What happens to a file as a whole. */
  public enum Change {
    MODIFIED,
    ADDED,
    DELETED,
    RENAMED,
    /** A copy: {@code git am} makes it a new file, whose content the mail holds only in part. */
    COPIED
  }

  /** The mode of a file in the old and in the new tree. */
  public record ModeChange(FileMode before, FileMode after) {}

  public FileDiff {
    if (before.isEmpty() || after.isEmpty()) {
      throw new IllegalArgumentException("a file has a path");
    }
    hunks = List.copyOf(hunks);
  }

  /** Returns the same with at most {@code digits} of each id. */
  public FileDiff withIdDigits(int digits) {
    return new FileDiff(change, before, after, modes, ids.abbreviated(digits), mode, binary, hunks);
  }

  /**
   * Returns the same without the lines and headings of its hunks. Headings are pieces of the whole
   * file; a patch that kept them would keep the file in memory.
   */
  FileDiff withoutLines() {
    if (hunks.isEmpty()) {
      return this;
    }
    List<Hunk> bare = new ArrayList<>(hunks.size());
    for (Hunk hunk : hunks) {
      bare.add(new Hunk(hunk.before(), hunk.after(), Octets.EMPTY, List.of()));
    }
    return new FileDiff(change, before, after, modes, ids, mode, binary, bare);
  }

  /**
   * Tells what kind of file git records, as six octal digits such as {@code 100644}.
   *
   * @param digits as written in the diff
   */
  public record FileMode(String digits) {
    public FileMode {
      if (digits.isEmpty()) {
        throw new IllegalArgumentException("a file mode has digits");
      }
    }

    @Override
    public String toString() {
      return digits;
    }
  }
}
