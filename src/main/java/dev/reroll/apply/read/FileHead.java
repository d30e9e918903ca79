package dev.reroll.apply.read;

import dev.reroll.apply.tree.EntryMode;
import dev.reroll.bytes.Octets;
import java.util.Optional;

/**
 * What the header lines of one file's diff say, as {@code git apply} understands them.
 *
 * @param before the path it is read from; empty where the file is new
 * @param after the path it is written to; empty where the file is deleted
 * @param modes the modes that are named
 * @param ids what the index line names
 */
public record FileHead(
    Change change, Optional<Octets> before, Optional<Octets> after, Modes modes, Ids ids) {
  /** What happens to a file as a whole. */
  public enum Change {
    MODIFIED,
    ADDED,
    /** Added where it is not there, else modified: a diff without git's headers does not say. */
    ADDED_OR_MODIFIED,
    DELETED,
    RENAMED,
    COPIED
  }

  /** The modes that a header names; each may be missing. */
  public record Modes(Optional<EntryMode> before, Optional<EntryMode> after) {
    boolean isChange() {
      return before.isPresent() && after.isPresent() && !before.equals(after);
    }
  }

  /** The blob ids of an index line, abbreviated or not; both are empty without one. */
  public record Ids(String before, String after) {
    static final Ids NONE = new Ids("", "");
  }

  /** Returns the path by which the file is spoken of. */
  public Octets path() {
    return before.or(() -> after).orElseThrow();
  }

  /** Whether anything happens but for the content. */
  boolean isMetadataChange() {
    boolean isPlain = change == Change.MODIFIED || change == Change.ADDED_OR_MODIFIED;
    return !isPlain || modes.isChange();
  }

  /** Whether the file comes to be at a path by this. */
  public boolean creates() {
    return change == Change.ADDED || change == Change.RENAMED || change == Change.COPIED;
  }

  /** Whether the old path is empty afterwards. */
  public boolean takesAway() {
    return change == Change.DELETED || change == Change.RENAMED;
  }

  /** Returns it with another kind of change and another old path. */
  public FileHead as(Change other, Optional<Octets> newBefore) {
    return new FileHead(other, newBefore, after, modes, ids);
  }
}
