/**
 * The person's terminal: streams, colours of what is said, pager, progress, exit codes.
 *
 * <p>Enters: text and octets to show. Leaves: octets on the standard streams. Must not know:
 * options, commands, or what is compared.
 */
@NullMarked
package dev.reroll.cli.terminal;

import org.jspecify.annotations.NullMarked;
