/**
 * What authors say that they changed, held against what did change.
 *
 * <p>Enters: cover letters and notes below patches, the patches with their kinds of change, and the
 * moves between them. Leaves: {@code Changelog}s, and what they do not mention or claim in vain.
 * Must not know: answers of others.
 */
@NullMarked
package dev.reroll.review.changelog;

import org.jspecify.annotations.NullMarked;
