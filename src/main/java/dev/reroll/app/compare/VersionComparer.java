package dev.reroll.app.compare;

import dev.reroll.align.CreationFactor;
import dev.reroll.app.prepare.PreparedVersions;
import dev.reroll.message.Refusal;
import dev.reroll.patch.ComparablePatch;
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
    if ((long) before.size() * after.size() > RangeDiffer.MOST_PAIRS) {
      throw Refusal.unreadable(
          before.size() + " × " + after.size() + " patches are more than can be compared at once");
    }
    PatchIdsAhead.begin(before, after);
    RangeDiffer differ = new RangeDiffer(before, after);
    RangeDiff result = differ.compare(factor, context);
    return new Comparison(versions, result, differ.titleTwins(result, factor), context);
  }
}
