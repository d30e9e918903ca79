/**
 * The third step: the one place that runs the range-diff, and what follows from it.
 *
 * <p>Enters: {@link dev.reroll.app.prepare.PreparedVersions}. Leaves: a {@link
 * dev.reroll.app.compare.Comparison}, its review, the difference of its end results, and the
 * history of a lineage. Must not know: where the versions came from, nor how they are shown.
 */
@NullMarked
package dev.reroll.app.compare;

import org.jspecify.annotations.NullMarked;
