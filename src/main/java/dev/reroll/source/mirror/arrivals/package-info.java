/**
 * The commits of an epoch, read as what they brought: a mail, and what it says about itself.
 *
 * <p>Enters: a repository and the commits that an index lacks. Leaves: {@code ReadMail}, in order
 * of arrival, parsed by several threads. Must not know: where any of it is kept.
 */
@NullMarked
package dev.reroll.source.mirror.arrivals;

import org.jspecify.annotations.NullMarked;
