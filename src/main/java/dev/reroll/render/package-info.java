/**
 * Writes a comparison to a stream that it is handed.
 *
 * <p>Enters: a comparison. Leaves: octets on a stream. Must not know: where the stream leads.
 */
@NullMarked
package dev.reroll.render;

import org.jspecify.annotations.NullMarked;
