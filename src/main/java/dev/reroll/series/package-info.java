/**
 * Groups mail items into versions of a series.
 *
 * <p>Enters: mail items. Leaves: {@code SeriesVersion}. Must not know: how patches are compared.
 */
@NullMarked
package dev.reroll.series;

import org.jspecify.annotations.NullMarked;
