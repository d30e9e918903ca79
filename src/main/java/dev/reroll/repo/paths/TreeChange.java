package dev.reroll.repo.paths;

import dev.reroll.bytes.Octets;
import dev.reroll.patch.FileDiff.Change;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What became of one path between two trees.
 *
 * @param change what happened to it
 * @param before what it was; of a new file its new path with the id zero
 * @param after what it is; of a deleted file its old path with the id zero
 */
public record TreeChange(Change change, TreeChange.State before, TreeChange.State after) {
  /** A path with what it holds. */
  public record State(Octets path, FileMode mode, ObjectId id) {
    /** Returns whether it is a plain file, executable or not. */
    public boolean isRegular() {
      return (mode.getBits() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
    }

    /** Returns whether it is a commit of another repository. */
    public boolean isSubmodule() {
      return FileMode.GITLINK.equals(mode.getBits());
    }

    private static State missing(Octets path) {
      return new State(path, FileMode.MISSING, ObjectId.zeroId());
    }
  }

  /** Whether it became another kind of file, such as a symbolic link. */
  public boolean isOfOtherKind() {
    return change == Change.MODIFIED
        && (before.mode().getBits() & FileMode.TYPE_MASK)
            != (after.mode().getBits() & FileMode.TYPE_MASK);
  }

  /** Returns the change that brings a file. */
  public static TreeChange added(State after) {
    return new TreeChange(Change.ADDED, State.missing(after.path()), after);
  }

  /** Returns the change that takes a file away. */
  public static TreeChange deleted(State before) {
    return new TreeChange(Change.DELETED, before, State.missing(before.path()));
  }
}
