/**
 * What the templates of {@code src/main/jte} see of a page.
 *
 * <p>Enters: nothing; the builders of {@code html} make these records. Leaves: texts that are
 * already decoded and made visible, which the templates escape. Must not know: reviews, and how any
 * of it is found.
 */
@NullMarked
package dev.reroll.render.html.page;

import org.jspecify.annotations.NullMarked;
