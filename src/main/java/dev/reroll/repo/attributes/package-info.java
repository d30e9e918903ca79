/**
 * How files of one kind are compared (gitattributes(5)).
 *
 * <p>Enters: files of attributes, the configuration. Leaves: {@code DiffDriver}, and where the
 * headings of hunks come from. Must not know: who is diffed with whom.
 */
@NullMarked
package dev.reroll.repo.attributes;

import org.jspecify.annotations.NullMarked;
