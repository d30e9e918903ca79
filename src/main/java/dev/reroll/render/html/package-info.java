/**
 * Writes reviews as HTML pages that load nothing and can be read without script.
 *
 * <p>Enters: a {@code Review}, or a lineage of them. Leaves: the octets of a page. What the
 * templates see is in {@code page}. Must not know: where pages are kept.
 */
@NullMarked
package dev.reroll.render.html;

import org.jspecify.annotations.NullMarked;
