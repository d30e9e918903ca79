/**
 * Which paths of two trees differ, and which of them count.
 *
 * <p>Enters: trees, pathspecs (gitglossary(7)). Leaves: {@code TreeChange}s in git's order. Must
 * not know: what the files hold.
 */
@NullMarked
package dev.reroll.repo.paths;

import org.jspecify.annotations.NullMarked;
