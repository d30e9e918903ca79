package dev.reroll.rangediff;

import java.util.OptionalInt;

/**
 * Names two patches with the same title that were not paired.
 *
 * @param before the removed patch
 * @param after the added patch
 * @param factor a creation factor, as low as is quickly found, that pairs them; none where none was
 *     found up to 999
 * @param confirmed whether aligning with that factor was seen to pair them
 */
public record TitleTwin(Side before, Side after, OptionalInt factor, boolean confirmed) {}
