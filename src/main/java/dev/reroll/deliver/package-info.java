/**
 * Puts finished text into the mail system: composes mails, keeps them in files, and sends them.
 *
 * <p>Enters: a text, and who it is from and for. Leaves: a mail in a file, or on its way. Must not
 * know: what the text is about.
 */
@NullMarked
package dev.reroll.deliver;

import org.jspecify.annotations.NullMarked;
