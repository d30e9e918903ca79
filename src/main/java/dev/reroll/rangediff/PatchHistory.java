package dev.reroll.rangediff;

import dev.reroll.bytes.Octets;
import java.util.List;

/**
 * Follows each patch of a series through all its versions.
 *
 * @param rows a row for each patch: first those of the newest version in their order, then those
 *     that it lacks, in the order in which they came
 */
public record PatchHistory(List<Row> rows) {
  public PatchHistory {
    rows = List.copyOf(rows);
  }

  /** What became of a patch in one version. */
  public enum Step {
    /** It came, or came back. In the first version all patches are new. */
    NEW,
    /** It does the same as in the version before. */
    SAME,
    /** It is not as in the version before. */
    CHANGED,
    /** It was there in the version before. */
    DROPPED,
    /** The version lacks mails, and it may be one of them. */
    UNKNOWN,
    /** It was not yet there, or not any more. */
    ABSENT
  }

  /**
   * What one version made of a patch.
   *
   * @param step what became of it
   * @param ordinal its 1-based number in the version; 0 where it is not there
   * @param moved whether it changed its place among the patches that the version before has too
   */
  public record Cell(Step step, int ordinal, boolean moved) {
    static Cell without(Step step) {
      return new Cell(step, 0, false);
    }
  }

  /**
   * Follows one patch.
   *
   * @param title its newest title
   * @param cells one for each version, the oldest first
   */
  public record Row(Octets title, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** Returns its place in the newest version; 0 where that lacks it. */
    public int newestOrdinal() {
      return cells.get(cells.size() - 1).ordinal();
    }
  }
}
