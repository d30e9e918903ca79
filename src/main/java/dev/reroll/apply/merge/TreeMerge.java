package dev.reroll.apply.merge;

import dev.reroll.apply.tree.Application;
import dev.reroll.apply.tree.Application.Applied;
import dev.reroll.apply.tree.EntryMode;
import dev.reroll.apply.tree.FolderConflict;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.apply.tree.Overlay.FileChange;
import dev.reroll.apply.tree.Rejection;
import dev.reroll.apply.tree.Tree;
import dev.reroll.apply.tree.Tree.TreeFile;
import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Carries what one tree changes over its base to another tree, as git's three-way merge does.
 *
 * <p>A file that one side renamed gets the other side's changes under its new name. What both sides
 * changed is merged line by line; anything else that both did differently is a conflict, and then
 * nothing is merged.
 *
 * <p>Not as git: folders that were renamed as a whole are not followed, {@code .gitattributes} are
 * not asked for merge drivers, and submodules are never merged.
 */
public final class TreeMerge {
  private final Overlay ours;
  private final TheirChanges theirs;
  private final Map<Octets, Octets> ourRenames;
  private final FileMerge files;
  private final MergedFiles merged;

  private TreeMerge(Overlay ours, TheirChanges theirs, Map<Octets, Octets> ourRenames) {
    this.ours = ours;
    this.theirs = theirs;
    this.ourRenames = ourRenames;
    files = new FileMerge(ours.blobs());
    merged = new MergedFiles(ours);
  }

  /**
   * Merges into {@code ours} what {@code theirs} changes over the tree below it.
   *
   * @return the tree with the changes, or the file in which there is a conflict
   */
  public static Application merge(Overlay theirs, Overlay ours) throws Refusal {
    TheirChanges changes = TheirChanges.of(theirs);
    return merge(theirs.base(), changes, new OurSide(ours, changes.touched()));
  }

  /** Merges where the base is so small that all its files may have been renamed. */
  public static Application mergeSmall(Overlay theirs, Overlay ours) throws Refusal {
    TheirChanges changes = TheirChanges.of(theirs);
    return merge(theirs.base(), changes, new OurSide(ours, theirs.base().below(Octets.EMPTY)));
  }

  /** Our tree, and the files of the base whose new names in it are looked for. */
  private record OurSide(Overlay tree, SortedMap<Octets, TreeFile> watched) {}

  private static Application merge(Tree base, TheirChanges theirs, OurSide side) throws Refusal {
    Overlay ours = side.tree();
    Map<Octets, Octets> renames = OurRenames.find(base, ours, side.watched());
    try {
      return new Applied(new TreeMerge(ours, theirs, renames).merge(), List.of());
    } catch (Rejection conflict) {
      return conflict.refused();
    }
  }

  private Overlay merge() throws Rejection, Refusal {
    for (Map.Entry<Octets, TreeFile> file : theirs.touched().entrySet()) {
      mergeFile(file.getKey(), file.getValue());
    }
    for (Map.Entry<Octets, TreeFile> added : theirs.added().entrySet()) {
      Octets path = added.getKey();
      merged.put(path, beside(path, ours.find(path), added.getValue()));
    }
    return merged.overlay();
  }

  private void mergeFile(Octets path, TreeFile base) throws Rejection, Refusal {
    Octets ourPath = ourRenames.getOrDefault(path, path);
    Octets theirPath = theirs.pathOf(path);
    Optional<TreeFile> our = ours.find(ourPath);
    Optional<TreeFile> their = theirs.find(theirPath);
    if (our.isEmpty() || their.isEmpty()) {
      mergeDeleted(path, base, our.isPresent() ? ourPath : theirPath);
      return;
    }
    boolean weMoved = !ourPath.equals(path);
    boolean theyMoved = !theirPath.equals(path);
    if (weMoved && theyMoved && !ourPath.equals(theirPath)) {
      throw conflict(path);
    }
    if (weMoved && !theyMoved) {
      mergeOurMove(path, base, ourPath);
    } else if (theyMoved && !weMoved) {
      mergeTheirMove(path, base, theirPath);
    } else {
      Optional<TreeFile> content =
          weMoved
              ? files.mergeMoved(base, our.get(), their.get())
              : files.merge(base, our.get(), their.get());
      merged.put(ourPath, content.orElseThrow(() -> conflict(path)));
    }
  }

  /** One side, or both, have no such file any more; {@code path} is where the other has it. */
  private void mergeDeleted(Octets oldPath, TreeFile base, Octets path) throws Rejection, Refusal {
    Optional<TreeFile> our = ours.find(ourRenames.getOrDefault(oldPath, oldPath));
    Optional<TreeFile> their = theirs.find(theirs.pathOf(oldPath));
    if (our.isEmpty() && their.isEmpty()) {
      return;
    }
    boolean isUntouched = our.or(() -> their).filter(base::equals).isPresent();
    if (!path.equals(oldPath) || !isUntouched) {
      throw conflict(oldPath);
    }
    if (our.isPresent()) {
      merged.remove(path);
    }
  }

  private void mergeOurMove(Octets path, TreeFile base, Octets ourPath) throws Rejection, Refusal {
    TreeFile our = ours.find(ourPath).orElseThrow();
    TreeFile their = theirs.find(path).orElseThrow();
    Optional<TreeFile> added = theirs.takeAdded(ourPath);
    if (added.filter(our::equals).isPresent()) {
      return; // As git: they added what we moved there, and what they did to the old path is lost.
    }
    TreeFile content = movedContent(path, base, our, their);
    merged.put(
        ourPath, added.isEmpty() ? content : beside(ourPath, Optional.of(content), added.get()));
  }

  private void mergeTheirMove(Octets path, TreeFile base, Octets theirPath)
      throws Rejection, Refusal {
    TreeFile our = ours.find(path).orElseThrow();
    TreeFile their = theirs.find(theirPath).orElseThrow();
    Optional<TreeFile> there = ours.find(theirPath);
    merged.remove(path);
    if (there.filter(their::equals).isPresent()) {
      return;
    }
    merged.put(theirPath, beside(theirPath, there, movedContent(path, base, our, their)));
  }

  private TreeFile movedContent(Octets path, TreeFile base, TreeFile our, TreeFile their)
      throws Rejection, Refusal {
    return files.mergeMoved(base, our, their).orElseThrow(() -> conflict(path));
  }

  /** Returns what comes of a file that is put where there may be one already. */
  private TreeFile beside(Octets path, Optional<TreeFile> there, TreeFile file)
      throws Rejection, Refusal {
    return there.isEmpty()
        ? file
        : files.mergeAdded(there.get(), file).orElseThrow(() -> conflict(path));
  }

  private static Rejection conflict(Octets path) {
    return Rejection.at(path, "merge conflict");
  }

  /** Collects what a merge changes in our tree. */
  private static final class MergedFiles {
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

  /** Finds the new names of files that our tree does not have any more. */
  private static final class OurRenames {
    private OurRenames() {}

    /**
     * Returns the new paths by the old ones. Lists the whole tree, but only where one of {@code
     * watched}, files of {@code base}, is gone.
     */
    static Map<Octets, Octets> find(Tree base, Overlay ours, SortedMap<Octets, TreeFile> watched)
        throws Refusal {
      SortedMap<Octets, TreeFile> gone = new TreeMap<>(Octets::compareUnsigned);
      for (Map.Entry<Octets, TreeFile> file : watched.entrySet()) {
        if (ours.find(file.getKey()).isEmpty()) {
          gone.put(file.getKey(), file.getValue());
        }
      }
      if (gone.isEmpty()) {
        return Map.of();
      }
      SortedMap<Octets, TreeFile> added = ours.below(Octets.EMPTY);
      added.keySet().removeAll(base.below(Octets.EMPTY).keySet());
      return RenameSearch.find(ours.blobs(), gone, added);
    }
  }

  /**
   * What a tree changes over its base, renames found.
   *
   * @param touched the files of the base that are changed or gone
   * @param files what they became, those that kept their path
   * @param moved what they became under another path
   * @param renames the new paths by the old ones
   * @param added the files that the base does not have, but for those under a new name
   */
  private record TheirChanges(
      SortedMap<Octets, TreeFile> touched,
      SortedMap<Octets, TreeFile> files,
      SortedMap<Octets, TreeFile> moved,
      Map<Octets, Octets> renames,
      SortedMap<Octets, TreeFile> added) {
    static TheirChanges of(Overlay theirs) throws Refusal {
      SortedMap<Octets, TreeFile> touched = new TreeMap<>(Octets::compareUnsigned);
      SortedMap<Octets, TreeFile> files = new TreeMap<>(Octets::compareUnsigned);
      SortedMap<Octets, TreeFile> added = new TreeMap<>(Octets::compareUnsigned);
      SortedMap<Octets, TreeFile> gone = new TreeMap<>(Octets::compareUnsigned);
      for (FileChange change : theirs.changes()) {
        Optional<TreeFile> before = theirs.base().find(change.path());
        before.ifPresent(file -> touched.put(change.path(), file));
        if (change.file().isPresent()) {
          (before.isPresent() ? files : added).put(change.path(), change.file().get());
        } else {
          before.ifPresent(file -> gone.put(change.path(), file));
        }
      }
      Map<Octets, Octets> renames = RenameSearch.find(theirs.blobs(), gone, added);
      SortedMap<Octets, TreeFile> moved = new TreeMap<>(Octets::compareUnsigned);
      for (Octets path : renames.values()) {
        moved.put(path, added.remove(path));
      }
      return new TheirChanges(touched, files, moved, renames, added);
    }

    /** Returns where the file is that the base has at {@code path}, if it is anywhere. */
    Octets pathOf(Octets path) {
      return renames.getOrDefault(path, path);
    }

    /** Finds a file of the base under the path that it has now. */
    Optional<TreeFile> find(Octets path) {
      return Optional.ofNullable(files.getOrDefault(path, moved.get(path)));
    }

    /** Takes a file out of those that were added, so that nobody else puts it there. */
    Optional<TreeFile> takeAdded(Octets path) {
      return Optional.ofNullable(added.remove(path));
    }
  }
}
