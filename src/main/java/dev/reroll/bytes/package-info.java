/**
 * Octets and the few functions on them: UTF-8, white space, a buffer. The floor that everyone
 * stands on.
 *
 * <p>Enters and leaves: {@link dev.reroll.bytes.Octets}. Must not know: what the octets mean.
 */
@NullMarked
package dev.reroll.bytes;

import org.jspecify.annotations.NullMarked;
