package dev.reroll.app;

import dev.reroll.patch.ComparablePatch;
import java.util.List;

/**
 * Computes the ids of patches on the second core, while the first one compares them: a comparison
 * needs them only when it is printed.
 *
 * <p>Whoever asks for an id that is not there yet gets it all the same, so nothing waits for this.
 */
final class PatchIdsAhead implements Runnable {
  /** So many patches that it pays; with fewer, the compiler has more use for the second core. */
  private static final int MANY = 200;

  private final BothSides<List<ComparablePatch>> patches;

  private PatchIdsAhead(BothSides<List<ComparablePatch>> patches) {
    this.patches = patches;
  }

  /** Begins, where there is much to do and a second core; returns at once. */
  static void begin(BothSides<List<ComparablePatch>> patches) {
    boolean areMany = patches.before().size() + patches.after().size() >= MANY;
    if (areMany && Runtime.getRuntime().availableProcessors() > 1) {
      Thread thread = new Thread(new PatchIdsAhead(patches), "patch ids");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Takes both sides in turn, in the order in which they are printed. */
  @Override
  public void run() {
    int beforeCount = patches.before().size();
    int afterCount = patches.after().size();
    for (int i = 0; i < Math.max(beforeCount, afterCount); i++) {
      if (i < beforeCount) {
        patches.before().get(i).id().hex();
      }
      if (i < afterCount) {
        patches.after().get(i).id().hex();
      }
    }
  }
}
