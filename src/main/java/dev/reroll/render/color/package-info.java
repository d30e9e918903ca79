/**
 * What is coloured in a range-diff, and how, in git's names.
 *
 * <p>Enters: colours as git's configuration writes them. Leaves: {@code Palette}, escape sequences
 * by what they colour. Must not know: what is printed with it.
 */
@NullMarked
package dev.reroll.render.color;

import org.jspecify.annotations.NullMarked;
