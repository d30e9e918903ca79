/** Breaks the rules of the design on purpose: see {@code LayoutTest}. */
@NullMarked
package dev.reroll.broken.launch;

import org.jspecify.annotations.NullMarked;
