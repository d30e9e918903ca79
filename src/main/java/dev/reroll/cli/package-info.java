/**
 * Commands, options, streams, colours, pager, exit codes: the only package that meets a person.
 *
 * <p>Enters: the command line. Leaves: octets on the standard streams and an exit code. Must not
 * know: how a patch is compared.
 */
@NullMarked
package dev.reroll.cli;

import org.jspecify.annotations.NullMarked;
