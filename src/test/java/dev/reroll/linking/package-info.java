/**
 * Measures how well versions are linked, on real lists with known lineages.
 *
 * <p>{@code src/bench/linking.py} unpacks a corpus and runs {@link
 * dev.reroll.linking.LinkingEvaluation}.
 */
@NullMarked
package dev.reroll.linking;

import org.jspecify.annotations.NullMarked;
