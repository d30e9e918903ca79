package dev.reroll.review;

import java.util.List;

/**
 * Says that changed lines went from some patches to others.
 *
 * @param kind what happened
 * @param before the patches that had them, 1-based places in the old version, rising
 * @param after the patches that have them, 1-based places in the new version, rising
 * @param lineCount how many changed lines went with it
 * @param percent how much of the patch that came or went they make up, 1 to 100; where both stayed,
 *     of what the one lost or the other gained; of several that came, the least
 * @param paths the files it is about, in order
 */
public record HunkMove(
    Kind kind,
    List<Integer> before,
    List<Integer> after,
    int lineCount,
    int percent,
    List<String> paths) {
  /** What can happen to hunks. */
  public enum Kind {
    /** One old patch became several: {@code 3 → 3, 4}. */
    SPLIT("split"),
    /** Several old patches became one: {@code 2, 3 → 2}. */
    SQUASHED("squashed"),
    /** An old patch without a partner went into another patch. */
    FOLDED("folded"),
    /** Some of a patch's hunks went to another patch; both are in both versions. */
    MOVED("moved");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** Returns how people call it. */
    @Override
    public String toString() {
      return words;
    }
  }

  public HunkMove {
    before = List.copyOf(before);
    after = List.copyOf(after);
    paths = List.copyOf(paths);
  }
}
