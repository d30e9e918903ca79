/**
 * A review as text for a screen: the last word on it first, then what stands out, then the patches.
 *
 * <p>Enters: {@code Review}. Leaves: lines as wide as the screen. Must not know: how the review was
 * made, mails, pages.
 */
@NullMarked
package dev.reroll.render.review;

import org.jspecify.annotations.NullMarked;
