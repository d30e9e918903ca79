/**
 * Reads local public-inbox mirrors: git repositories with a mail in each commit, found through an
 * index of our own.
 *
 * <p>Enters: folders named by the user, and a folder for the index. Leaves: raw messages, octet for
 * octet as the mirror has them. Must not know: how versions are linked; the index holds what mails
 * say about themselves, and answers queries. No wing looks at this package, and each looks only at
 * wings to its left:
 *
 * <pre>
 * inbox ▶ arrivals ▶ index ▶ update ▶ query
 * </pre>
 */
@NullMarked
package dev.reroll.source.mirror;

import org.jspecify.annotations.NullMarked;
