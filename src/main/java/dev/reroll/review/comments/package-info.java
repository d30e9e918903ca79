/**
 * What became of the lines that people commented on.
 *
 * <p>Enters: answers with what they quote, and the code of both versions. Leaves: {@code
 * CommentAudit}: for each comment a fate, and the place where the line is now. Must not know:
 * whether a comment is right, tags, changelogs.
 */
@NullMarked
package dev.reroll.review.comments;

import org.jspecify.annotations.NullMarked;
