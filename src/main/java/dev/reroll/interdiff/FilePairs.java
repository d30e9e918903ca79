package dev.reroll.interdiff;

import dev.reroll.bytes.Octets;
import dev.reroll.interdiff.Interdiff.UntoldFile;
import dev.reroll.interdiff.Interdiff.UntoldFile.Reason;
import dev.reroll.interdiff.Interdiff.UntoldFile.Why;
import dev.reroll.interdiff.Interdiffer.PathOutcome;
import dev.reroll.patch.FileDiff.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Pairs the files of both end results, and compares them. */
final class FilePairs {
  private final String beforeLabel;
  private final String afterLabel;
  private final FileComparison comparison;
  private final List<ChangedFile> changed = new ArrayList<>();
  private final List<UntoldFile> untold = new ArrayList<>();
  private final List<FileState> removed = new ArrayList<>();
  private final List<FileState> added = new ArrayList<>();
  private int comparedCount;

  FilePairs(String beforeLabel, String afterLabel, FileComparison comparison) {
    this.beforeLabel = beforeLabel;
    this.afterLabel = afterLabel;
    this.comparison = comparison;
  }

  /** Takes what both versions make of one path. */
  void add(PathOutcome before, PathOutcome after) {
    addSettled(before.settled(), after.settled());
  }

  private void addSettled(PathOutcome before, PathOutcome after) {
    Optional<Why> trouble = before.trouble().or(after::trouble);
    if (trouble.isPresent()) {
      if (before.isNamedAs(after)) {
        comparedCount++;
      } else {
        untold.add(new UntoldFile(before.path(), trouble.get()));
      }
    } else if (before.file().isEmpty() || after.file().isEmpty()) {
      before.file().ifPresent(removed::add);
      after.file().ifPresent(added::add);
    } else if (before.file().get().isOfSameKind(after.file().get())) {
      pair(before.file().get(), after.file().get());
    } else {
      alone(before.file().get(), Change.DELETED);
      alone(after.file().get(), Change.ADDED);
    }
  }

  /** Pairs what is under another name now, and returns the result. */
  Interdiff finish() {
    for (RenamePairs.Pair renamed : RenamePairs.find(removed, added)) {
      removed.remove(renamed.before());
      added.remove(renamed.after());
      pair(renamed.before(), renamed.after());
    }
    added.forEach(file -> alone(file, Change.ADDED));
    removed.forEach(file -> alone(file, Change.DELETED));
    changed.sort((one, other) -> Octets.compareUnsigned(one.diff().after(), other.diff().after()));
    untold.sort((one, other) -> Octets.compareUnsigned(one.path(), other.path()));
    return new Interdiff(changed, untold, OptionalInt.of(comparedCount), List.of());
  }

  private void pair(FileState before, FileState after) {
    comparedCount++;
    if (before.isComparableWith(after)) {
      comparison.texts(before, after).ifPresent(changed::add);
    } else if (before.isNamedAs(after)) {
      comparison.sameContent(before, after).ifPresent(changed::add);
    } else if ((before.isBinary() || after.isBinary()) && areNamed(before, after)) {
      changed.add(comparison.binaries(before, after));
    } else {
      comparedCount--;
      untold.add(
          new UntoldFile(
              after.path(),
              Why.of(
                  Reason.OTHER_START, beforeLabel, before.origin(), afterLabel, after.origin())));
    }
  }

  private static boolean areNamed(FileState before, FileState after) {
    return before.id().isPresent() && after.id().isPresent();
  }

  private void alone(FileState file, Change change) {
    if (file.isBinary() || file.text().isWhole()) {
      comparedCount++;
      changed.add(comparison.alone(file, change));
    } else {
      String label = change == Change.DELETED ? beforeLabel : afterLabel;
      untold.add(new UntoldFile(file.path(), Why.of(Reason.PARTLY_SHOWN, label)));
    }
  }

  /**
   * Finds which file that only the newer end result has is one that only the older one has, under
   * another name.
   *
   * <p>Files made of the same base are the same unless all of both is known and less than half of
   * it is alike. Of the others, of which all must be known, those that are most alike are paired
   * first, at least half, as git does it (git-diff(1), {@code -M}); of equals, those with the same
   * name but for folders. Compares all with all, unless there are too many.
   */
  private static final class RenamePairs {
    private static final int MIN_SCORE = 50;

    /**
     * A file that comes from the same base is taken for it, though no one can count how much is.
     */
    private static final int SAME_BASE = 101;

    private static final long MAX_PAIRS = 10_000;

    private RenamePairs() {}

    /**
     * A pair.
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
      boolean isTooMuch = (long) removed.size() * added.size() > MAX_PAIRS;
      for (FileState now : added) {
        for (FileState before : removed) {
          int score = before.isOfSameKind(now) ? score(before, now, isTooMuch) : 0;
          if (score >= MIN_SCORE) {
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
      OptionalInt known = FileLikeness.percent(before, now);
      return known.orElse(before.hasBaseOf(now) ? SAME_BASE : 0);
    }
  }
}
