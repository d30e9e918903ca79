/**
 * Writes reviews as HTML pages that load nothing and can be read without script.
 *
 * <p>Enters: a {@code Review}, or a lineage of them. Leaves: the octets of a page. Records named
 * {@code Page…} are what the templates of {@code src/main/jte} see: every text in them is already
 * decoded and made visible, and the templates escape it. Must not know: where pages are kept.
 */
@NullMarked
package dev.reroll.render.html;

import org.jspecify.annotations.NullMarked;
