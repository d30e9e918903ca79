/**
 * Gets raw messages from the outside world: files, folders, standard input.
 *
 * <p>Enters: names given by the user. Leaves: raw messages. Must not know: what the messages say.
 */
@NullMarked
package dev.reroll.source;

import org.jspecify.annotations.NullMarked;
