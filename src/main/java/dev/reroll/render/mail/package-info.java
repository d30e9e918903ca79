/**
 * A review as the body of a mail.
 *
 * <p>Enters: {@code Review}, a template. Leaves: plain text of at most 72 columns but for diffs,
 * with room for notes. Must not know: to whom it goes, and how it is sent.
 */
@NullMarked
package dev.reroll.render.mail;

import org.jspecify.annotations.NullMarked;
