/**
 * The second step: brings both versions into the form that is compared.
 *
 * <p>Enters: {@link dev.reroll.app.select.SelectedVersions}. Leaves: {@link
 * dev.reroll.app.prepare.PreparedVersions}, as mailed, as commits have them, or as a tree has them
 * once they are applied; each diff is parsed once. Must not know: how patches are paired.
 */
@NullMarked
package dev.reroll.app.prepare;

import org.jspecify.annotations.NullMarked;
