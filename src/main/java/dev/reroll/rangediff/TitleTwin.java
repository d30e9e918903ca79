package dev.reroll.rangediff;

import java.util.OptionalInt;

/**
 * Names two patches with the same title that were not paired.
 *
 * @param before the removed patch
 * @param after the added patch
 * @param factor the smallest creation factor found that pairs them; none where no factor up to
 *     {@value TitleTwins#HIGHEST_FACTOR} does
 */
public record TitleTwin(Side before, Side after, OptionalInt factor) {}
