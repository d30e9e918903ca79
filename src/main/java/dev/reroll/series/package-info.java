/**
 * Groups mail items into versions of a series, and versions into lineages.
 *
 * <p>Enters: mail items. Leaves: {@code SeriesBag}, with the {@code Lineage} of each piece of work
 * and what was left out. Must not know: how patches are compared.
 */
@NullMarked
package dev.reroll.series;

import org.jspecify.annotations.NullMarked;
