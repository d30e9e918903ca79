/**
 * A comparison as a mail in the thread: what it answers, who gets it, how it leaves.
 *
 * <p>Enters: a comparison with its review. Leaves: a composed mail, sent where that was asked for.
 * Must not know: options, streams, exit codes.
 */
@NullMarked
package dev.reroll.app.mail;

import org.jspecify.annotations.NullMarked;
