/**
 * One class per use case: the walks along the corridor.
 *
 * <p>Enters: what the user asked for. Leaves: a finished comparison. Must not know: options,
 * streams, exit codes.
 */
@NullMarked
package dev.reroll.app;

import org.jspecify.annotations.NullMarked;
