/**
 * Asks web servers for files, politely, and keeps the answers for a while.
 *
 * <p>Enters: addresses. Leaves: octets, or a refusal that says what the server did. Must not know:
 * what the octets mean.
 */
@NullMarked
package dev.reroll.source.http;

import org.jspecify.annotations.NullMarked;
