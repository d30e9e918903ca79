/**
 * The index of one inbox: an SQLite file with what mails say about themselves.
 *
 * <p>Enters: mails that were read. Leaves: tables, and what can be done about a file that is
 * damaged, locked or full. Must not know: repositories, and what is asked of the tables.
 */
@NullMarked
package dev.reroll.source.mirror.index;

import org.jspecify.annotations.NullMarked;
