/**
 * The code in a patch: files as lines and tokens, in any language.
 *
 * <p>Enters: a parsed patch. Leaves: {@code PatchSource}, which reads its files when asked, and the
 * names that they declare. Must not know: the other version, people, and what changes mean.
 */
@NullMarked
package dev.reroll.review.code;

import org.jspecify.annotations.NullMarked;
