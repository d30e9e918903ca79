/**
 * What a comparison means to a reviewer: which patches to look at again, and why.
 *
 * <p>Enters: two versions, their parsed patches, their range-diff, and the conversation about them
 * ({@code material}). Leaves: {@code Review} ({@code result}), made by {@code Reviewer}, which
 * calls each wing once. Must not know: terminals, HTML, JSON, how anything was found. No wing looks
 * at this package, and each looks only at wings to its left:
 *
 * <pre>
 * result ▶ material ▶ code ▶ kinds, tags, comments, moves, changelog, cover
 * </pre>
 *
 * <p>Every statement follows from a small exact rule that its class states. Where a rule cannot be
 * sure, it says less: what is called noise is noise.
 */
@NullMarked
package dev.reroll.review;

import org.jspecify.annotations.NullMarked;
