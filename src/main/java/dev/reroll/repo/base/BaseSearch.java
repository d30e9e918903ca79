package dev.reroll.repo.base;

import dev.reroll.apply.tree.EntryMode;
import dev.reroll.bytes.Octets;
import dev.reroll.repo.objects.ObjectStore;
import dev.reroll.repo.objects.ObjectStore.Step;
import dev.reroll.repo.objects.ObjectStore.Steps;
import dev.reroll.repo.objects.TreeEntries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the commit that a mailed series was made on: the newest that has all files which the series
 * expects.
 *
 * <p>No commit is diffed. Of each only the folders on the way to the expected files are looked at,
 * and of these only those that differ from the commit before; the file that was wrong last is
 * looked at first, for it seldom gets right from one commit to the next.
 *
 * <pre>
 * expected: a/x 1234   b/y 89ab        root of c3 → a same as in c4, b changed: read b
 * c5 (x 1234, y 7777)  c4 (x 1234, y 7777)  c3 (x 1234, y 89ab): found
 * </pre>
 *
 * <p>At worst it reads {@value #MAX_COMMITS} commits, the root of each, and one folder for each
 * that was changed. To walk on would mostly be in vain: who sends a patch has a base of this year.
 */
public final class BaseSearch {
  static final int MAX_COMMITS = 20_000;

  private final ObjectStore objects;

  /** Searches the commits of these objects. */
  public BaseSearch(ObjectStore objects) {
    this.objects = objects;
  }

  /** Finds the newest commit that has all of {@code files}; none where any commit would do. */
  public Optional<Step> find(List<WantedFile> files) throws IOException {
    boolean anyDoes = files.stream().allMatch(file -> file.blob().equals(WantedFile.NONE));
    if (anyDoes || !areAllKnown(files)) {
      return Optional.empty();
    }
    TreeLookup trees = new TreeLookup(objects, false);
    List<WantedFile> order = new ArrayList<>(files);
    try (Steps steps = objects.history()) {
      for (int i = 0; i < MAX_COMMITS; i++) {
        Optional<Step> step = steps.next();
        if (step.isEmpty() || fits(step.get().tree(), order, trees)) {
          return step;
        }
      }
    }
    return Optional.empty();
  }

  /** A content that is nowhere is in no commit; a partial clone does not know what is nowhere. */
  private boolean areAllKnown(List<WantedFile> files) throws IOException {
    if (objects.isPartial()) {
      return true;
    }
    for (WantedFile file : files) {
      if (file.isBlob() && objects.blob(file.blob()).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Moves the file that does not fit to the front. */
  private static boolean fits(String tree, List<WantedFile> order, TreeLookup trees)
      throws IOException {
    for (int i = 0; i < order.size(); i++) {
      WantedFile file = order.get(i);
      if (!fits(trees.find(tree, file.path()), file)) {
        order.remove(i);
        order.add(0, file);
        return false;
      }
    }
    return true;
  }

  private static boolean fits(Optional<TreeEntries.Entry> found, WantedFile wanted) {
    if (found.isEmpty() || found.get().isTree()) {
      return wanted.blob().equals(WantedFile.NONE);
    }
    return wanted.isUnknown() || found.get().id().startsWith(wanted.blob());
  }

  /**
   * What a series expects of one path of the tree that it was made on.
   *
   * @param path the file
   * @param mode what it is, as far as the patch says that
   * @param blob the first digits of the id of what it holds, as the {@code index} line of the first
   *     patch that touches it has them; {@link #ANY} where nothing is said of the content, {@link
   *     #COPIED} where that content is needed nevertheless, {@link #NONE} where there may be no
   *     such file
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
}
