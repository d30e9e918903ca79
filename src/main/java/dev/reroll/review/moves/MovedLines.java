package dev.reroll.review.moves;

import dev.reroll.review.code.PatchSource;
import dev.reroll.review.code.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The changed lines of one patch, and which of them its partner does not have: those that went or
 * came.
 */
final class MovedLines {
  private static final int MIN_LETTERS = 8;

  private final List<Line> lines;
  private final Map<String, Integer> moving;

  private MovedLines(List<Line> lines, Map<String, Integer> moving) {
    this.lines = lines;
    this.moving = moving;
  }

  /** A changed line; {@code key} is its path, its sign, and its text without indent. */
  private record Line(String path, String key, boolean tells) {}

  /** Returns the lines of a patch without a partner, which all went or came. */
  static MovedLines of(PatchSource patch) {
    List<Line> lines = all(patch);
    return new MovedLines(lines, counts(lines));
  }

  /** Returns the lines of {@code patch}; those went or came that {@code partner} has less often. */
  static MovedLines of(PatchSource patch, PatchSource partner) {
    List<Line> lines = all(patch);
    Map<String, Integer> moving = counts(lines);
    counts(all(partner)).forEach((key, count) -> moving.merge(key, -count, Integer::sum));
    moving.values().removeIf(count -> count <= 0);
    return new MovedLines(lines, moving);
  }

  private static List<Line> all(PatchSource patch) {
    List<Line> lines = new ArrayList<>();
    patch
        .files()
        .forEach(
            (path, file) -> {
              for (SourceFile.Line line : file.source().lines()) {
                if (line.isChanged()) {
                  String key = path + '\0' + line.sign() + line.text().strip();
                  lines.add(new Line(path, key, tells(line.text())));
                }
              }
            });
    return lines;
  }

  private static boolean tells(String text) {
    int letters = 0;
    for (int i = 0; i < text.length() && letters < MIN_LETTERS; i++) {
      letters += Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
    }
    return letters == MIN_LETTERS;
  }

  private static Map<String, Integer> counts(List<Line> lines) {
    Map<String, Integer> counts = new HashMap<>();
    lines.forEach(line -> counts.merge(line.key(), 1, Integer::sum));
    return counts;
  }

  /** Counts all changed lines of the patch. */
  int changedCount() {
    return lines.size();
  }

  /** Counts those that went or came. */
  int movingCount() {
    return moving.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns those that went or came and say enough to be known again. */
  Set<String> telling() {
    Set<String> telling = new HashSet<>();
    for (Line line : lines) {
      if (line.tells() && moving.containsKey(line.key())) {
        telling.add(line.key());
      }
    }
    return telling;
  }

  /** Returns how often each line went or came; the caller's own. */
  Map<String, Integer> pool() {
    return new HashMap<>(moving);
  }

  /**
   * Takes from {@code pool} the lines that came from it: {@code anchors}, and what stands beside
   * them without a gap.
   */
  Taken take(Map<String, Integer> pool, Set<String> anchors) {
    Map<String, Integer> open = pool();
    boolean[] taken = new boolean[lines.size()];
    for (int i = 0; i < taken.length; i++) {
      taken[i] = anchors.contains(lines.get(i).key()) && takes(lines.get(i), pool, open);
    }
    for (int i = 1; i < taken.length; i++) {
      boolean isBeside = !taken[i] && taken[i - 1] && isSameFile(i - 1, i);
      taken[i] |= isBeside && takes(lines.get(i), pool, open);
    }
    for (int i = taken.length - 2; i >= 0; i--) {
      boolean isBeside = !taken[i] && taken[i + 1] && isSameFile(i, i + 1);
      taken[i] |= isBeside && takes(lines.get(i), pool, open);
    }
    return taken(taken);
  }

  private boolean isSameFile(int one, int other) {
    return lines.get(one).path().equals(lines.get(other).path());
  }

  private static boolean takes(Line line, Map<String, Integer> pool, Map<String, Integer> open) {
    boolean has = pool.getOrDefault(line.key(), 0) > 0 && open.getOrDefault(line.key(), 0) > 0;
    if (has) {
      pool.merge(line.key(), -1, Integer::sum);
      open.merge(line.key(), -1, Integer::sum);
    }
    return has;
  }

  private Taken taken(boolean[] taken) {
    Set<String> paths = new HashSet<>();
    int count = 0;
    for (int i = 0; i < taken.length; i++) {
      if (taken[i]) {
        paths.add(lines.get(i).path());
        count++;
      }
    }
    return new Taken(count, paths);
  }

  /** How many lines were taken, and the files they are in. */
  record Taken(int lineCount, Set<String> paths) {}
}
