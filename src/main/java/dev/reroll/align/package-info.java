/**
 * Decides which old patch became which new patch, at least total cost.
 *
 * <p>Enters: diff parts as rows of line ids. Leaves: {@code Alignment}. Must not know: mail,
 * series, printing.
 */
@NullMarked
package dev.reroll.align;

import org.jspecify.annotations.NullMarked;
