package dev.reroll.apply.merge;

import dev.reroll.apply.read.FileHead;
import dev.reroll.apply.read.FilePatch;
import dev.reroll.apply.tree.EntryMode;
import dev.reroll.apply.tree.FolderConflict;
import dev.reroll.apply.tree.ObjectFormat;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.apply.tree.Overlay.FileChange;
import dev.reroll.apply.tree.Rejection;
import dev.reroll.apply.tree.Submodule;
import dev.reroll.apply.tree.Tree.TreeFile;
import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the tree that a patch was written on, as far as the patch names it: the files that it
 * changes, with the blobs of its index lines.
 */
public final class BlobAncestor {
  private static final String SUBMODULE_LINE = "Subproject commit ";

  private final Overlay current;

  private BlobAncestor(Overlay current) {
    this.current = current;
  }

  /** Returns the tree; refuses where a blob is not there. */
  public static Overlay of(List<FilePatch> files, Overlay current) throws Rejection, Refusal {
    BlobAncestor ancestor = new BlobAncestor(current);
    List<FileChange> known = new ArrayList<>();
    for (FilePatch file : files) {
      FileHead head = file.head();
      if (head.change() != FileHead.Change.ADDED) {
        EntryMode mode = head.modes().before().orElse(EntryMode.FILE);
        TreeFile entry = new TreeFile(mode, ancestor.id(file, mode));
        known.add(new FileChange(head.path(), Optional.of(entry)));
      }
    }
    Overlay tree = Overlay.empty(current.blobs()).with(known);
    for (FileChange change : known) {
      FolderConflict.check(tree, change.path());
    }
    return Overlay.over(tree, current.blobs());
  }

  private String id(FilePatch file, EntryMode mode) throws Rejection, Refusal {
    Octets path = file.head().path();
    String named = file.head().ids().before();
    if (mode == EntryMode.SUBMODULE) {
      return submodule(file)
          .orElseThrow(() -> Rejection.at(path, "the patch does not name the submodule's commit"));
    }
    Optional<String> blob = named.isEmpty() ? Optional.empty() : current.blobs().findId(named);
    if (blob.isEmpty() && file.fragments().isEmpty()) {
      // Git says so of a change of mode alone, and does it for a binary one, too.
      return current
          .find(path)
          .filter(entry -> entry.mode() != EntryMode.SUBMODULE)
          .map(TreeFile::id)
          .orElseThrow(() -> Rejection.at(path, "does not exist in the tree"));
    }
    return blob.orElseThrow(() -> Rejection.at(path, "blob '" + named + "' is missing"));
  }

  private Optional<String> submodule(FilePatch file) {
    ObjectFormat format = current.blobs().format();
    String named = file.head().ids().before();
    if (file.fragments().size() == 1 && file.fragments().get(0).before().size() == 1) {
      Octets line = file.fragments().get(0).before().get(0);
      Optional<String> commit = Submodule.commit(line, format);
      boolean isWhole = line.length() == SUBMODULE_LINE.length() + format.idLength() + 1;
      if (isWhole && commit.filter(id -> id.startsWith(named)).isPresent()) {
        return commit;
      }
    }
    return format.isFull(named) ? Optional.of(named) : Optional.empty();
  }
}
