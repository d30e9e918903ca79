package dev.reroll.rangediff;

import dev.reroll.align.Alignment;
import dev.reroll.align.Match;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts pairs and single patches in the order in which they are printed: that of the new version,
 * with a removed patch as soon as all its predecessors in the old version have been printed.
 *
 * <pre>
 * old 1 2 3, new A B;  1 = B, 3 = A, 2 removed:  3 A, 1 B, 2
 * </pre>
 */
final class PrintOrder {
  /** Stands for no partner. */
  static final int NONE = -1;

  private final int[] partnerOfBefore;
  private final int[] partnerOfAfter;
  private final boolean[] shown;
  private final List<Slot> slots = new ArrayList<>();
  private int nextBefore;

  /**
   * Names what is printed in one place.
   *
   * @param before 0-based index in the old version, or {@link #NONE}
   * @param after 0-based index in the new version, or {@link #NONE}
   */
  record Slot(int before, int after) {}

  private PrintOrder(Alignment alignment, int beforeCount, int afterCount) {
    partnerOfBefore = new int[beforeCount];
    partnerOfAfter = new int[afterCount];
    shown = new boolean[beforeCount];
    Arrays.fill(partnerOfBefore, NONE);
    Arrays.fill(partnerOfAfter, NONE);
    for (Match match : alignment.matches()) {
      partnerOfBefore[match.before()] = match.after();
      partnerOfAfter[match.after()] = match.before();
    }
  }

  static List<Slot> of(Alignment alignment, int beforeCount, int afterCount) {
    return new PrintOrder(alignment, beforeCount, afterCount).slots();
  }

  private List<Slot> slots() {
    for (int after = 0; after < partnerOfAfter.length; after++) {
      passRemoved();
      int before = partnerOfAfter[after];
      if (before != NONE) {
        shown[before] = true;
      }
      slots.add(new Slot(before, after));
    }
    passRemoved();
    return slots;
  }

  /** Takes the removed patches whose predecessors have all been shown. */
  private void passRemoved() {
    while (nextBefore < shown.length && isNextReady()) {
      if (!shown[nextBefore]) {
        slots.add(new Slot(nextBefore, NONE));
      }
      nextBefore++;
    }
  }

  private boolean isNextReady() {
    return shown[nextBefore] || partnerOfBefore[nextBefore] == NONE;
  }
}
