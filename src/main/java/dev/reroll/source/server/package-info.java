/**
 * Gets raw messages from a public-inbox server such as lore.kernel.org.
 *
 * <p>Enters: message-ids and queries. Leaves: raw messages. Must not know: which of them make a
 * series.
 */
@NullMarked
package dev.reroll.source.server;

import org.jspecify.annotations.NullMarked;
