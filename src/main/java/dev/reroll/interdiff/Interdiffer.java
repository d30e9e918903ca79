package dev.reroll.interdiff;

import dev.reroll.message.Octets;
import dev.reroll.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Compares the end results of two versions from their patches alone.
 *
 * <p>Both versions start from the same files: of each, the hunks of both show some lines, and each
 * hunk says where its lines stand. Applied one after another they make texts of known and unknown
 * lines; the unknown ones are those of the base, so they are the same on both sides and need not be
 * known. What is printed is known: every change has the context that its patch had.
 *
 * <pre>
 *  base     v1        v2         both show of the base      interdiff
 *   1 ?      1 ?       1 ?        2 b, 3 c, 4 d, 5 e          b
 *   2 b      2 b       2 b                                   -C
 *   3 c      3 C       3 K                                   +K
 *   4 d      4 d       4 d                                    d
 *   5 e      5 ?       5 e                                    e     context that v2 shows
 * </pre>
 *
 * <p>That the files are the same is told by the ids of the index lines. Where they differ, a line
 * is missing or a patch does not follow from the one before, the file is said to be untold. Time:
 * linear in the patches, save for the diff of each file.
 *
 * <p>Differs from interdiff(1), which takes the difference of two patches hunk by hunk and guesses
 * where the files differ: nothing is guessed here.
 */
public final class Interdiffer {
  private Interdiffer() {}

  /**
   * Holds one side.
   *
   * @param label what the version is called in words for people
   * @param patches in order
   */
  public record Version(String label, List<NamedPatch> patches) {
    public Version {
      patches = List.copyOf(patches);
    }
  }

  /**
   * Holds a patch.
   *
   * @param name what it is called in words for people, such as {@code patch 3/5}
   */
  public record NamedPatch(String name, Patch patch) {}

  /**
   * Compares {@code before} with {@code after}.
   *
   * @param context unchanged lines around each change, as far as they are known
   */
  public static Interdiff compare(Version before, Version after, int context) {
    Bases bases = new Bases();
    VersionFiles older = apply(before, bases);
    VersionFiles newer = apply(after, bases);
    TreeSet<Octets> paths = new TreeSet<>(Octets::compareUnsigned);
    older.addPaths(paths);
    newer.addPaths(paths);
    List<NamedPatch> all = new ArrayList<>(before.patches());
    all.addAll(after.patches());
    FileComparison comparison = new FileComparison(context, DiffManner.of(all));
    FilePairs pairs = new FilePairs(before.label(), after.label(), comparison);
    for (Octets path : paths) {
      pairs.add(older.outcome(path, newer), newer.outcome(path, older));
    }
    return pairs.finish();
  }

  private static VersionFiles apply(Version version, Bases bases) {
    VersionFiles files =
        new VersionFiles(version.label(), bases, DiffManner.of(version.patches()).context());
    version.patches().forEach(files::apply);
    return files;
  }
}
