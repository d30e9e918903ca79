package dev.reroll.review.result;

/**
 * Says that one name stands wherever another stood.
 *
 * @param before the old name
 * @param after the new name
 * @param placeCount in how many places of the new patch
 */
public record Rename(String before, String after, int placeCount) {}
