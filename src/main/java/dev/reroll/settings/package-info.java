/**
 * Reads git's configuration and the environment, only when something is asked for.
 *
 * <p>Enters: names of variables. Leaves: their values. Must not know: what they are used for.
 */
@NullMarked
package dev.reroll.settings;

import org.jspecify.annotations.NullMarked;
