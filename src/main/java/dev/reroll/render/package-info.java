/**
 * Comparisons, written to a stream that is handed in.
 *
 * <p>Enters: a comparison, a review, a lineage. Leaves: octets on a stream. Must not know: where
 * the stream leads. Each wing looks only at wings to its left, and has the words of its own form:
 *
 * <pre>
 * color ▶ text ▶ review, mail, html{page}, json
 * </pre>
 */
@NullMarked
package dev.reroll.render;

import org.jspecify.annotations.NullMarked;
