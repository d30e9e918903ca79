package dev.reroll.repo;

import dev.reroll.message.Octets;
import dev.reroll.patch.FileDiff.Change;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Holds what became of one path between two trees.
 *
 * @param change what happened to it
 * @param before what it was; of a new file its new path with the id zero
 * @param after what it is; of a deleted file its old path with the id zero
 */
record TreeChange(Change change, TreeChange.State before, TreeChange.State after) {
  /** A path with what it holds. */
  record State(Octets path, FileMode mode, ObjectId id) {
    boolean isRegular() {
      return (mode.getBits() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
    }

    boolean isSubmodule() {
      return FileMode.GITLINK.equals(mode.getBits());
    }

    private static State missing(Octets path) {
      return new State(path, FileMode.MISSING, ObjectId.zeroId());
    }
  }

  /** Says whether it became another kind of file, such as a symbolic link. */
  boolean isOfOtherKind() {
    return change == Change.MODIFIED
        && (before.mode().getBits() & FileMode.TYPE_MASK)
            != (after.mode().getBits() & FileMode.TYPE_MASK);
  }

  static TreeChange added(State after) {
    return new TreeChange(Change.ADDED, State.missing(after.path()), after);
  }

  static TreeChange deleted(State before) {
    return new TreeChange(Change.DELETED, before, State.missing(before.path()));
  }
}
