/**
 * Help texts and manual pages, made from the options of a command.
 *
 * <p>Enters: a command's {@link dev.reroll.cli.option.Syntax} and the text around its options.
 * Leaves: plain text and mdoc(7). Must not know: any one command.
 */
@NullMarked
package dev.reroll.cli.manual;

import org.jspecify.annotations.NullMarked;
