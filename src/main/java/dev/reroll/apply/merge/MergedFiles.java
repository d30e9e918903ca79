package dev.reroll.apply.merge;

import dev.reroll.apply.tree.EntryMode;
import dev.reroll.apply.tree.FileChange;
import dev.reroll.apply.tree.FolderConflict;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.apply.tree.Rejection;
import dev.reroll.apply.tree.TreeFile;
import dev.reroll.message.Octets;
import dev.reroll.message.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what a merge changes in our tree. */
final class MergedFiles {
  private final Overlay ours;
  private final List<FileChange> removed = new ArrayList<>();
  private final List<FileChange> put = new ArrayList<>();

  MergedFiles(Overlay ours) {
    this.ours = ours;
  }

  void remove(Octets path) {
    removed.add(new FileChange(path, Optional.empty()));
  }

  void put(Octets path, TreeFile file) {
    put.add(new FileChange(path, Optional.of(file)));
  }

  /** Returns our tree with all changes, what goes first, what comes after. */
  Overlay overlay() throws Rejection, Refusal {
    List<FileChange> all = new ArrayList<>(removed);
    all.addAll(put);
    Overlay merged = ours.with(all);
    String emptyId = ours.blobs().format().blobId(Octets.EMPTY);
    TreeFile linkToNothing = new TreeFile(EntryMode.SYMLINK, emptyId);
    for (FileChange change : put) {
      if (change.file().filter(linkToNothing::equals).isPresent()) {
        throw Rejection.at(change.path(), "a symbolic link needs a target");
      }
      if (ours.find(change.path()).isEmpty()) {
        FolderConflict.check(merged, change.path());
      }
    }
    return merged;
  }
}
