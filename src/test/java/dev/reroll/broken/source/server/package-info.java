/** Breaks the rules of the design on purpose: see {@code LayoutTest}. */
@NullMarked
package dev.reroll.broken.source.server;

import org.jspecify.annotations.NullMarked;
