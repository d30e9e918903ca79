package dev.reroll.review.result;

import java.util.List;

/**
 * Says that changed lines went from some patches to others.
 *
 * @param kind what happened
 * @param before the patches that had them, 1-based places in the old version, rising
 * @param after the patches that have them, 1-based places in the new version, rising
 * @param share how much it is
 * @param paths the files it is about, in order
 */
public record HunkMove(
    Kind kind, List<Integer> before, List<Integer> after, Share share, List<String> paths) {
  /** What can happen to hunks. */
  public enum Kind {
    /** One old patch became several: {@code 3 → 3, 4}. */
    SPLIT("split"),
    /** Several old patches became one: {@code 2, 3 → 2}. */
    SQUASHED("squashed"),
    /** An old patch without a partner went into another patch. */
    FOLDED("folded"),
    /** An old and a new patch, both without a partner, are mostly the same. */
    RETITLED("retitled"),
    /** Some of a patch's hunks went to another patch. */
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

  /** One of the two versions. */
  public enum Version {
    BEFORE,
    AFTER
  }

  /**
   * How many of all changed lines of some patches took part.
   *
   * @param of the version that the patches are in
   * @param patches their 1-based places in it, rising
   * @param lineCount how many of their changed lines went or came
   * @param changedCount how many changed lines they have together
   */
  public record Share(Version of, List<Integer> patches, int lineCount, int changedCount) {
    public Share {
      patches = List.copyOf(patches);
      if (lineCount < 1 || lineCount > changedCount) {
        throw new IllegalArgumentException(lineCount + " lines of " + changedCount);
      }
    }

    /** Returns the share, 0 to 100; 100 only where it is all. */
    public int percent() {
      return 100 * lineCount / changedCount;
    }

    /** Whether all changed lines took part. */
    public boolean isWhole() {
      return lineCount == changedCount;
    }
  }

  public HunkMove {
    before = List.copyOf(before);
    after = List.copyOf(after);
    paths = List.copyOf(paths);
  }
}
