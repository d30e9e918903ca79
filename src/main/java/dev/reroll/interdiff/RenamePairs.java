package dev.reroll.interdiff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * Finds which file that only the newer end result has is one that only the older one has, under
 * another name.
 *
 * <p>Files made of the same base are the same unless all of both is known and less than half of it
 * is alike. Of the others, of which all must be known, those that are most alike are paired first,
 * at least half, as git does it (git-diff(1), {@code -M}); of equals, those with the same name but
 * for folders. Compares all with all, unless there are too many.
 */
final class RenamePairs {
  private static final int LEAST = 50;

  /** A file that comes from the same base is taken for it, though no one can count how much is. */
  private static final int SAME_BASE = 101;

  private static final long MOST_PAIRS = 10_000;

  private RenamePairs() {}

  /**
   * Holds a pair.
   *
   * @param score how alike both are, in percent
   */
  record Pair(FileState before, FileState after, int score) {
    private boolean hasSameName() {
      return name(before).equals(name(after));
    }

    private static String name(FileState file) {
      String path = file.path().toString();
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  /** Returns the pairs; no file is in two of them. */
  static List<Pair> find(List<FileState> removed, List<FileState> added) {
    List<Pair> candidates = new ArrayList<>();
    boolean isTooMuch = (long) removed.size() * added.size() > MOST_PAIRS;
    for (FileState now : added) {
      for (FileState before : removed) {
        int score = before.isOfSameKind(now) ? score(before, now, isTooMuch) : 0;
        if (score >= LEAST) {
          candidates.add(new Pair(before, now, score));
        }
      }
    }
    candidates.sort(
        Comparator.comparingInt((Pair pair) -> -pair.score())
            .thenComparing(pair -> !pair.hasSameName()));
    List<Pair> pairs = new ArrayList<>();
    for (Pair candidate : candidates) {
      if (pairs.stream().noneMatch(pair -> isOverlap(pair, candidate))) {
        pairs.add(candidate);
      }
    }
    return pairs;
  }

  private static boolean isOverlap(Pair one, Pair other) {
    return one.before().path().equals(other.before().path())
        || one.after().path().equals(other.after().path());
  }

  private static int score(FileState before, FileState now, boolean isTooMuch) {
    if (isTooMuch && !before.hasBaseOf(now)) {
      return 0;
    }
    OptionalInt known = Likeness.percent(before, now);
    return known.orElse(before.hasBaseOf(now) ? SAME_BASE : 0);
  }
}
