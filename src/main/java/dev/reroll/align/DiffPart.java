package dev.reroll.align;

import java.util.Arrays;

/**
 * Holds what of a patch is compared when patches are paired: its diff part, as ids of interned
 * lines.
 *
 * <p>All parts of one alignment come from the same table of lines; two are equal if their lines and
 * sizes are. The array is handed over: it is neither copied nor written to.
 *
 * @param lines ids from 0 up
 * @param size what creating or deleting the patch is measured by: the lines of the diff part
 *     without its empty separator lines; 0 for an empty commit
 */
@SuppressWarnings("ArrayRecordComponent") // Equality is by content, below.
public record DiffPart(int[] lines, int size) {
  public DiffPart {
    if (size < 0) {
      throw new IllegalArgumentException("negative size " + size);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DiffPart that && size == that.size && Arrays.equals(lines, that.lines);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(lines);
  }

  @Override
  public String toString() {
    return "DiffPart[" + lines.length + " lines, size " + size + "]";
  }
}
