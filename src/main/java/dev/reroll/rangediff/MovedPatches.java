package dev.reroll.rangediff;

/**
 * Finds the fewest patches that must have moved: all but a longest run of pairs that are in the
 * same order on both sides.
 *
 * <pre>
 * old places of the new patches: 2 0 1 3   the longest rising run is 0 1 3, so only 2 has moved
 * </pre>
 *
 * <p>Patience sorting (Fredman, "On computing the length of longest increasing subsequences",
 * 1975): time n log n. Of several longest runs, the one is taken that ends lowest.
 */
final class MovedPatches {
  private MovedPatches() {}

  /**
   * Says which of the new patches have moved.
   *
   * @param partners the index of the old patch for each new one, −1 for none; each at most once
   */
  static boolean[] among(int[] partners) {
    int[] tails = new int[partners.length];
    int[] previous = new int[partners.length];
    int length = 0;
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] >= 0) {
        int place = place(partners, tails, length, partners[i]);
        previous[i] = place == 0 ? -1 : tails[place - 1];
        tails[place] = i;
        length = Math.max(length, place + 1);
      }
    }
    boolean[] moved = new boolean[partners.length];
    for (int i = 0; i < partners.length; i++) {
      moved[i] = partners[i] >= 0;
    }
    for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
      moved[i] = false;
    }
    return moved;
  }

  /** Returns the first run whose end is not below {@code old}; {@code length} where all are. */
  private static int place(int[] partners, int[] tails, int length, int old) {
    int low = 0;
    int high = length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (partners[tails[middle]] < old) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
