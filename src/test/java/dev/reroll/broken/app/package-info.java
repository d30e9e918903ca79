/** Breaks the rules of the design on purpose: see {@code LayoutTest}. */
@NullMarked
package dev.reroll.broken.app;

import org.jspecify.annotations.NullMarked;
