/**
 * Where a repository is, and what is configured there.
 *
 * <p>Enters: a folder, the environment. Leaves: {@code RepositoryPlace}, found by looking at a few
 * files; the port {@code Settings}. Must not know: JGit, which starts more slowly than a comparison
 * of mails runs.
 */
@NullMarked
package dev.reroll.repo.place;

import org.jspecify.annotations.NullMarked;
