package dev.reroll.repo.base;

import dev.reroll.apply.tree.EntryMode;
import dev.reroll.bytes.Octets;

/**
 * What a series expects of one path of the tree that it was made on.
 *
 * @param path the file
 * @param mode what it is, as far as the patch says that
 * @param blob the first digits of the id of what it holds, as the {@code index} line of the first
 *     patch that touches it has them; {@link #ANY} where nothing is said of the content, {@link
 *     #COPIED} where that content is needed nevertheless, {@link #NONE} where there may be no such
 *     file
 */
public record WantedFile(Octets path, EntryMode mode, String blob) {
  /** Stands for a file of any content. */
  public static final String ANY = "";

  /** Stands for a file of unknown content that is copied whole, so that a diff would show it. */
  public static final String COPIED = "+";

  /** Stands for no file. */
  public static final String NONE = "-";

  /** Whether the content is known by its id. */
  public boolean isBlob() {
    return !isUnknown() && !blob.equals(NONE);
  }

  /** Whether there is such a file, of whatever content. */
  public boolean isUnknown() {
    return blob.equals(ANY) || blob.equals(COPIED);
  }
}
