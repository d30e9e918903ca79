/**
 * Parses a diff into files and hunks, and brings a patch into the form in which it is compared.
 *
 * <p>Enters: the diff of a patch mail, as octets. Leaves: {@code Patch} and {@code
 * ComparablePatch}. Must not know: series, other patches.
 */
@NullMarked
package dev.reroll.patch;

import org.jspecify.annotations.NullMarked;
