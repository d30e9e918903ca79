/**
 * Gets raw messages from the outside world: files, folders, standard input.
 *
 * <p>Enters: names given by the user. Leaves: raw messages. Must not know: what the messages say.
 * What its wings share stands here, and looks at none of them: the port {@code Archive}, limits,
 * progress, words for a shell.
 *
 * <pre>
 * source ▶ http ▶ server, mirror{inbox,arrivals,index,update,query}
 * </pre>
 */
@NullMarked
package dev.reroll.source;

import org.jspecify.annotations.NullMarked;
