package dev.reroll.app.compare;

import dev.reroll.align.CreationFactor;
import dev.reroll.app.prepare.PreparedVersions;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.problem.Refusal;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.rangediff.RangeDiffer;
import java.util.List;

/**
 * The one place that runs the range-diff.
 *
 * @param factor the creation factor
 * @param context unchanged lines around each change
 */
public record VersionComparer(CreationFactor factor, int context) {
  /**
   * Compares two versions patch by patch.
   *
   * @throws Refusal where they have more patches than can be compared at once
   */
  public Comparison compare(PreparedVersions versions) throws Refusal {
    List<ComparablePatch> before = versions.before().comparable();
    List<ComparablePatch> after = versions.after().comparable();
    if ((long) before.size() * after.size() > RangeDiffer.MAX_PAIRS) {
      throw Refusal.unreadable(
          before.size() + " × " + after.size() + " patches are more than can be compared at once");
    }
    PatchIdsAhead.begin(before, after);
    RangeDiffer differ = new RangeDiffer(before, after);
    RangeDiff result = differ.compare(factor, context);
    return new Comparison(versions, result, differ.titleTwins(result, factor), context);
  }

  /**
   * Computes the ids of patches on the second core, while the first one compares them: a comparison
   * needs them only when it is printed.
   *
   * <p>Whoever asks for an id that is not there yet gets it all the same, so nothing waits for
   * this.
   */
  private static final class PatchIdsAhead implements Runnable {
    /** So many patches that it pays; with fewer, the compiler has more use for the second core. */
    private static final int MANY = 200;

    private final List<ComparablePatch> before;
    private final List<ComparablePatch> after;

    private PatchIdsAhead(List<ComparablePatch> before, List<ComparablePatch> after) {
      this.before = before;
      this.after = after;
    }

    /** Begins, where there is much to do and a second core; returns at once. */
    static void begin(List<ComparablePatch> before, List<ComparablePatch> after) {
      boolean areMany = before.size() + after.size() >= MANY;
      if (areMany && Runtime.getRuntime().availableProcessors() > 1) {
        Thread thread = new Thread(new PatchIdsAhead(before, after), "patch ids");
        thread.setDaemon(true);
        thread.start();
      }
    }

    /** Takes both sides in turn, in the order in which they are printed. */
    @Override
    public void run() {
      int beforeCount = before.size();
      int afterCount = after.size();
      for (int i = 0; i < Math.max(beforeCount, afterCount); i++) {
        if (i < beforeCount) {
          before.get(i).id().hex();
        }
        if (i < afterCount) {
          after.get(i).id().hex();
        }
      }
    }
  }
}
