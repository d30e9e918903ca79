/**
 * The program: finds the command that was typed and turns what went wrong into words and an exit
 * code. With its wings the only package that meets a person: {@code terminal}, {@code option}, and
 * {@code command}, where a new command is one file besides its line in {@code Commands}.
 *
 * <p>Enters: the command line. Leaves: octets on the standard streams and an exit code. Must not
 * know: how a patch is compared.
 */
@NullMarked
package dev.reroll.cli;

import org.jspecify.annotations.NullMarked;
