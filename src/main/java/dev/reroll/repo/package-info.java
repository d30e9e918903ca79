/**
 * Reads git repositories: turns the commits of a range into the patches that {@code git range-diff}
 * would compare.
 *
 * <p>Enters: a folder, revisions, and how to look at them. Leaves: {@code ComparablePatch}. Must
 * not know: mails, series. Nothing is ever written to a repository.
 */
@NullMarked
package dev.reroll.repo;

import org.jspecify.annotations.NullMarked;
