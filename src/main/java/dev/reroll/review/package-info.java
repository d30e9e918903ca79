/**
 * Says what a comparison means to a reviewer: which patches to look at again, and why.
 *
 * <p>Enters: two versions, their parsed patches, their range-diff, and the conversation about them.
 * Leaves: {@code Review}. Must not know: terminals, HTML, JSON, how anything was found.
 *
 * <p>Every statement follows from a small exact rule that its class states. Where a rule cannot be
 * sure, it says less: what is called noise is noise.
 */
@NullMarked
package dev.reroll.review;

import org.jspecify.annotations.NullMarked;
