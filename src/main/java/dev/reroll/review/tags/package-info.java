/**
 * What became of the tags that reviewers gave: kept, lost, or not taken up.
 *
 * <p>Enters: the trailers of both versions, and the answers to the older one. Leaves: {@code
 * TagAudit}; on which versions a person had a word. Must not know: code, and whether it changed.
 */
@NullMarked
package dev.reroll.review.tags;

import org.jspecify.annotations.NullMarked;
