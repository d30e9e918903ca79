package dev.reroll.interdiff;

import dev.reroll.bytes.Octets;
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

  /**
   * A patch whose changes an end result lacks, in part or all of them.
   *
   * @param version what its version is called
   * @param patch which one it is in words for people, such as {@code patch 3/5}
   * @param isDamaged whether it is there, but cannot be read whole
   */
  public record MissingPatch(String version, String patch, boolean isDamaged) {}

  /**
   * A file that is left out of a comparison, since the mails do not hold enough of it.
   *
   * @param why what is missing
   */
  public record UntoldFile(Octets path, Why why) {
    /** The kinds of what can be missing. */
    public enum Reason {
      /** The versions start from different contents; details: each version and its content. */
      OTHER_START,
      /**
       * Only one version ends with the file, and no mail shows all of it; details: that version.
       */
      PARTLY_SHOWN,
      /** A diff has no index line; details: its patch. */
      NO_INDEX_LINE,
      /** A diff starts from another content than the patches before leave; details: patch, both. */
      OTHER_CONTENT,
      /** A diff shows other lines than the mails before; details: its patch. */
      OTHER_LINES,
      /** A diff changes a file that is gone; details: its patch. */
      GONE
    }

    /**
     * A reason and the patches, versions and contents that it speaks of, in words for people.
     *
     * @param details in the order that the reason names
     */
    public record Why(Reason reason, List<String> details) {
      public Why {
        details = List.copyOf(details);
      }

      static Why of(Reason reason, String... details) {
        return new Why(reason, List.of(details));
      }
    }
  }
}
