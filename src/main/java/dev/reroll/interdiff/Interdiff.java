package dev.reroll.interdiff;

import java.util.List;
import java.util.OptionalInt;

/**
 * What is different between the end results of two versions.
 *
 * @param files in the order of git's diffs; a file that is the same in both is not among them
 * @param untold the files that are left out, by path
 * @param comparedCount how many files were compared, the equal ones included; none in a tree, where
 *     all are
 * @param missing the patches without which the versions were compared
 */
public record Interdiff(
    List<ChangedFile> files,
    List<UntoldFile> untold,
    OptionalInt comparedCount,
    List<MissingPatch> missing) {
  public Interdiff {
    files = List.copyOf(files);
    untold = List.copyOf(untold);
    missing = List.copyOf(missing);
  }

  /** Returns what a tree tells of all files. */
  public static Interdiff inTree(List<ChangedFile> files) {
    return new Interdiff(files, List.of(), OptionalInt.empty(), List.of());
  }

  /** Returns the same for versions of which {@code patches} are missing. */
  public Interdiff without(List<MissingPatch> patches) {
    return new Interdiff(files, untold, comparedCount, patches);
  }

  /** Whether all that both versions change was compared. */
  public boolean isComplete() {
    return untold.isEmpty() && missing.isEmpty();
  }
}
