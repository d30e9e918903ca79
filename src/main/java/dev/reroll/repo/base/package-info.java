/**
 * Trees that a mailed series may have been made on.
 *
 * <p>Enters: what the series expects of each path. Leaves: {@code BaseTree}: the newest commit that
 * has it all, or the named contents alone. Must not know: patches, and how they apply.
 */
@NullMarked
package dev.reroll.repo.base;

import org.jspecify.annotations.NullMarked;
