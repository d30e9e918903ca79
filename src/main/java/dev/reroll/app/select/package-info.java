/**
 * The first step: which two versions are meant, and where they are.
 *
 * <p>Enters: what the user names, as {@link dev.reroll.app.select.VersionSource}s, and a {@link
 * dev.reroll.app.select.Selection}. Leaves: {@link dev.reroll.app.select.SelectedVersions}, or a
 * whole {@link dev.reroll.app.select.SelectedLineage}, with all that was said about them. Must not
 * know: what is done with the versions.
 */
@NullMarked
package dev.reroll.app.select;

import org.jspecify.annotations.NullMarked;
