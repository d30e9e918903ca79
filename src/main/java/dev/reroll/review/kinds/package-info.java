/**
 * What sort of change a patch went through: code, comments, white space, a rename, or nothing.
 *
 * <p>Enters: both patches of a pair as code, and their difference. Leaves: {@code ChangeKind} for
 * each file and hunk, and the counts of lines. Must not know: other patches, what people said.
 */
@NullMarked
package dev.reroll.review.kinds;

import org.jspecify.annotations.NullMarked;
