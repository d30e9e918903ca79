/**
 * The commands: a file for each, with its options, its help and what it does.
 *
 * <p>Enters: the words behind its name. Leaves: a result on a stream, and an exit code. Must not
 * know: how a patch is compared, nor which other commands there are.
 */
@NullMarked
package dev.reroll.cli.command;

import org.jspecify.annotations.NullMarked;
