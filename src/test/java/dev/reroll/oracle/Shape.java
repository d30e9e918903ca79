package dev.reroll.oracle;

/** Names what kind of pair is drawn; each thirty seeds in a row have the same shapes. */
enum Shape {
  /** A few patches, reordered, reworded, squashed, split, dropped, added and amended. */
  GENERAL,
  /** Up to sixty patches. */
  LONG,
  /** Many small patches that resemble each other, so that costs tie. */
  TIES,
  /** The same patch about fifty times. */
  EQUAL_PATCHES,
  /** The same patch more than two hundred times. */
  MANY_EQUAL_PATCHES,
  /** Two versions that are the same. */
  IDENTICAL,
  /** Two versions that have nothing in common. */
  DIFFERENT,
  /** Patches that differ in more than 256 places, with lines that occur hundreds of times. */
  MANY_EDITS,
  /** Patches of repeated lines, so that changes could slide far. */
  SLIDES,
  /** Texts drawn for the branches of the line diff. */
  TEXTS,
  /** Equal patches beside one of the new version that costs very much to create. */
  LOPSIDED,
  /** Equal patches beside some that cost more than 65536 to create. */
  DEAR,
  /** Patches of more than 36,000 lines, where the search may cost more than 256 steps. */
  HUGE;

  private static final Shape[] CYCLE = {
    DEAR,
    HUGE,
    EQUAL_PATCHES,
    MANY_EQUAL_PATCHES,
    LONG,
    TIES,
    IDENTICAL,
    DIFFERENT,
    MANY_EDITS,
    SLIDES,
    TIES,
    TIES,
    LOPSIDED,
    TEXTS,
    TEXTS
  };
  private static final int CYCLE_LENGTH = 30;

  static Shape of(long seed) {
    int place = (int) Math.floorMod(seed, (long) CYCLE_LENGTH);
    return place < CYCLE.length ? CYCLE[place] : GENERAL;
  }
}
