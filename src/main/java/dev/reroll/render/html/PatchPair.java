package dev.reroll.render.html;

/**
 * Two patches that belong together.
 *
 * @param id the anchor of the pair
 * @param before the old patch
 * @param after the new patch
 */
record PatchPair(String id, PatchLines before, PatchLines after) {}
