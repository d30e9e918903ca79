/**
 * Draws pairs of patch series and holds what we print for their mails against real git.
 *
 * <p>Text is kept as Latin-1 strings, one char an octet, so that any octets can be drawn and
 * searched with regular expressions.
 */
@NullMarked
package dev.reroll.oracle;

import org.jspecify.annotations.NullMarked;
