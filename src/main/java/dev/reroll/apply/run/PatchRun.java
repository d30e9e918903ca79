package dev.reroll.apply.run;

import dev.reroll.apply.content.ContentPatch;
import dev.reroll.apply.read.DiffReader;
import dev.reroll.apply.read.FileHead;
import dev.reroll.apply.read.FileHead.Change;
import dev.reroll.apply.read.FilePatch;
import dev.reroll.apply.tree.Application;
import dev.reroll.apply.tree.Application.Remark;
import dev.reroll.apply.tree.EntryMode;
import dev.reroll.apply.tree.FolderConflict;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.apply.tree.Overlay.FileChange;
import dev.reroll.apply.tree.Paths;
import dev.reroll.apply.tree.Rejection;
import dev.reroll.apply.tree.Submodule;
import dev.reroll.apply.tree.Tree.TreeFile;
import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Applies the files of one patch to one tree, all or none.
 *
 * <p>A file that comes twice goes on from what the first left; a rename or a copy takes the file as
 * the tree has it. First all is worked out, then what goes is taken away, then what comes is put
 * there, so that files may change places.
 */
public final class PatchRun {
  private final Overlay tree;
  private final List<Remark> remarks = new ArrayList<>();
  private final ContentPatch contents;
  private final Map<Octets, Entry> entries = new HashMap<>();
  private final List<Result> results = new ArrayList<>();

  /** What is known of a path while the patch is worked out. */
  private record Entry(State state, Found file) {
    enum State {
      WILL_GO,
      GONE,
      MADE
    }
  }

  /** A file as it is found; {@code mode} is empty where there is none. */
  private record Found(Optional<EntryMode> mode, Octets content) {
    static final Found NOTHING = new Found(Optional.empty(), Octets.EMPTY);
  }

  private record Result(FileHead head, Found file) {}

  private PatchRun(Overlay tree) {
    this.tree = tree;
    contents = new ContentPatch(tree.blobs(), remarks);
  }

  /** Applies to a tree that {@code git am} has checked out, too. */
  public static Application.Applied apply(DiffReader.Reading reading, Overlay tree)
      throws Rejection, Refusal {
    PatchRun run = new PatchRun(tree);
    run.workOut(reading);
    run.checkFiles();
    return new Application.Applied(run.written(), run.remarks);
  }

  /** Applies to a tree that is nowhere but in git's index. */
  public static Application.Applied applyToIndex(DiffReader.Reading reading, Overlay tree)
      throws Rejection, Refusal {
    PatchRun run = new PatchRun(tree);
    run.workOut(reading);
    return new Application.Applied(run.written(), run.remarks);
  }

  private void workOut(DiffReader.Reading reading) throws Rejection, Refusal {
    SymlinkGuard guard = new SymlinkGuard(tree, reading.files());
    for (FilePatch file : reading.files()) {
      if (file.head().takesAway()) {
        entries.put(
            file.head().before().orElseThrow(), new Entry(Entry.State.WILL_GO, Found.NOTHING));
      }
    }
    for (FilePatch file : reading.files()) {
      apply(file, guard);
    }
    if (reading.isCutShort()) {
      remarks.add(new Remark.CutShort());
    }
  }

  /**
   * Refuses what git cannot check out: the folder of a submodule where it has just written a file,
   * and a symbolic link to nothing.
   */
  private void checkFiles() throws Rejection {
    Set<Octets> files = new HashSet<>();
    for (Result result : results) {
      boolean isSubmodule = result.file().mode().filter(EntryMode.SUBMODULE::equals).isPresent();
      Octets path = result.head().after().orElse(Octets.EMPTY);
      boolean isLink = result.file().mode().filter(EntryMode.SYMLINK::equals).isPresent();
      if (isLink && !path.isEmpty() && result.file().content().isEmpty()) {
        throw Rejection.at(path, "a symbolic link needs a target");
      }
      if (isSubmodule && files.contains(path)) {
        throw Rejection.at(path, "a file is in the place of the submodule");
      }
      if (!isSubmodule && !path.isEmpty()) {
        files.add(path);
      }
    }
  }

  private void apply(FilePatch given, SymlinkGuard guard) throws Rejection, Refusal {
    FilePatch file = given;
    boolean isOpen = given.head().change() == Change.ADDED_OR_MODIFIED;
    Optional<Found> before = findBefore(given.head());
    if (isOpen) {
      file =
          given.with(
              before.isEmpty()
                  ? given.head().as(Change.ADDED, Optional.empty())
                  : given.head().as(Change.MODIFIED, given.head().before()));
    }
    FileHead head = file.head();
    if (before.isEmpty() && head.before().isPresent()) {
      throw Rejection.at(head.path(), "does not exist in the tree");
    }
    Found found = before.orElse(Found.NOTHING);
    EntryMode mode = modeAfter(head, found);
    checkPaths(head, mode, guard);
    Octets content = contents.apply(file, found.content());
    if (head.change() == Change.DELETED && !content.isEmpty()) {
      throw Rejection.at(head.path(), "removal patch leaves file contents");
    }
    note(head, new Found(Optional.of(mode), content));
  }

  private void note(FileHead head, Found made) {
    head.after().ifPresent(path -> entries.put(path, new Entry(Entry.State.MADE, made)));
    if (head.takesAway()) {
      entries.put(head.before().orElseThrow(), new Entry(Entry.State.GONE, Found.NOTHING));
    }
    results.add(new Result(head, made));
  }

  private Optional<Found> findBefore(FileHead head) throws Rejection, Refusal {
    if (head.before().isEmpty()) {
      return Optional.empty();
    }
    Octets path = head.before().get();
    boolean looksAtTree = head.change() == Change.RENAMED || head.change() == Change.COPIED;
    Entry entry = looksAtTree ? null : entries.get(path);
    if (entry != null && entry.state() == Entry.State.GONE) {
      throw Rejection.at(path, "has been renamed or deleted before in the patch");
    }
    if (entry != null && entry.state() == Entry.State.MADE) {
      return Optional.of(entry.file());
    }
    Optional<TreeFile> file = tree.find(path);
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(new Found(Optional.of(file.get().mode()), tree.content(file.get())));
  }

  private EntryMode modeAfter(FileHead head, Found found) throws Rejection {
    Octets path = head.path();
    if (found.mode().isEmpty()) {
      return head.modes().after().orElse(EntryMode.FILE);
    }
    EntryMode there = found.mode().get();
    EntryMode expected = head.modes().before().orElse(there);
    if (!expected.isSameType(there)) {
      throw Rejection.at(path, "wrong type");
    }
    if (expected != there) {
      remarks.add(new Remark.OtherMode(path, there, expected));
    }
    EntryMode mode = head.modes().after().orElse(there);
    if (head.change() != Change.DELETED && !mode.isSameType(expected)) {
      throw Rejection.at(path, "new mode does not match old mode");
    }
    return mode;
  }

  private void checkPaths(FileHead head, EntryMode mode, SymlinkGuard guard)
      throws Rejection, Refusal {
    if (head.creates() && tree.find(head.after().orElseThrow()).isPresent()) {
      Entry entry = entries.get(head.after().orElseThrow());
      if (entry == null || entry.state() == Entry.State.MADE) {
        throw Rejection.at(head.after().orElseThrow(), "already exists in the tree");
      }
    }
    if (head.before().isPresent() && head.change() != Change.COPIED) {
      checkAllowed(head.before().get(), mode);
    }
    if (head.after().isPresent()) {
      checkAllowed(head.after().get(), mode);
      guard.check(head.after().get());
    }
  }

  private static void checkAllowed(Octets path, EntryMode mode) throws Rejection {
    if (!PathCheck.isAllowed(path, mode)) {
      throw Rejection.at(path, "invalid path");
    }
  }

  private Overlay written() throws Rejection, Refusal {
    List<FileChange> changes = new ArrayList<>();
    for (Result result : results) {
      if (result.head().before().isPresent() && result.head().change() != Change.COPIED) {
        changes.add(new FileChange(result.head().before().get(), Optional.empty()));
      }
    }
    for (Result result : results) {
      if (result.head().after().isPresent()) {
        changes.add(new FileChange(result.head().after().get(), Optional.of(stored(result))));
      }
    }
    Overlay after = tree.with(changes);
    for (Result result : results) {
      if (result.head().creates()) {
        FolderConflict.check(after, result.head().after().orElseThrow());
      }
    }
    return after;
  }

  private TreeFile stored(Result result) throws Rejection {
    EntryMode mode = result.file().mode().orElseThrow();
    Octets content = result.file().content();
    if (mode != EntryMode.SUBMODULE) {
      return new TreeFile(mode, tree.blobs().put(content));
    }
    return new TreeFile(
        mode,
        Submodule.commit(content, tree.blobs().format())
            .orElseThrow(() -> Rejection.at(result.head().path(), "corrupt patch for submodule")));
  }

  /**
   * Which paths git lets into a tree (git-config(1), {@code core.protectNTFS}, which is on
   * everywhere): nothing outside of it, nothing that some system takes for {@code .git}.
   */
  static final class PathCheck {
    private PathCheck() {}

    static boolean isAllowed(Octets path, EntryMode mode) {
      String text = path.decode(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
      for (String component : text.split("/", -1)) {
        if (component.isEmpty() || component.equals(".") || component.equals("..")) {
          return false;
        }
        if (standsFor(component, ".git") || standsFor(component, "git~1")) {
          return false;
        }
        boolean isModules = standsFor(component, ".gitmodules") || component.startsWith("gitmod~");
        if (isModules && mode == EntryMode.SYMLINK) {
          return false;
        }
      }
      return text.indexOf('\0') < 0;
    }

    /**
     * NTFS takes blanks and dots behind a name, and a stream's name behind a colon, for nothing.
     */
    private static boolean standsFor(String component, String name) {
      if (!component.startsWith(name)) {
        return false;
      }
      for (int i = name.length(); i < component.length(); i++) {
        char letter = component.charAt(i);
        if (letter == ':' || letter == '\\') {
          return true;
        }
        if (letter != ' ' && letter != '.') {
          return false;
        }
      }
      return true;
    }
  }

  /** Keeps patches from writing through a symbolic link, one that they make themselves included. */
  private static final class SymlinkGuard {
    private final Overlay tree;
    private final Set<Octets> going = new HashSet<>();
    private final Set<Octets> coming = new HashSet<>();

    SymlinkGuard(Overlay tree, List<FilePatch> files) {
      this.tree = tree;
      for (FilePatch file : files) {
        FileHead head = file.head();
        if (head.takesAway() && isLink(head.modes().before())) {
          going.add(head.before().orElseThrow());
        }
        if (isLink(head.modes().after())) {
          head.after().ifPresent(coming::add);
        }
      }
    }

    void check(Octets path) throws Rejection, Refusal {
      for (Octets folder = Paths.parent(path); !folder.isEmpty(); folder = Paths.parent(folder)) {
        boolean isLink =
            coming.contains(folder)
                || (!going.contains(folder) && isLink(tree.find(folder).map(TreeFile::mode)));
        if (isLink) {
          throw Rejection.at(path, "is beyond a symbolic link");
        }
      }
    }

    private static boolean isLink(Optional<EntryMode> mode) {
      return mode.filter(EntryMode.SYMLINK::equals).isPresent();
    }
  }
}
