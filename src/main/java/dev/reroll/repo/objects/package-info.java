/**
 * The objects of a repository, whether JGit or git reads them.
 *
 * <p>Enters: ids, whole or abbreviated. Leaves: contents, the entries of trees, how short an id may
 * be; what a partial clone lacks is fetched by git. {@code ObjectPresence} answers without JGit.
 * Must not know: why anybody asks.
 */
@NullMarked
package dev.reroll.repo.objects;

import org.jspecify.annotations.NullMarked;
