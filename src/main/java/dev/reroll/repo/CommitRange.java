package dev.reroll.repo;

import java.util.List;
import java.util.Optional;

/**
 * Names commits by revisions (gitrevisions(7)): all that can be reached from some, without those
 * that can be reached from others.
 *
 * @param text as the user wrote it
 * @param included where the commits are reached from; an empty one is HEAD
 * @param excluded what they may not be reached from; one that ends in {@code ^@} stands for all its
 *     parents
 */
public record CommitRange(String text, List<String> included, List<String> excluded) {
  public CommitRange {
    included = List.copyOf(included);
    excluded = List.copyOf(excluded);
  }

  /** Finds the range that {@code word} writes: {@code A..B}, {@code A^!} or {@code A^-2}. */
  public static Optional<CommitRange> parse(String word) {
    int dots = word.indexOf("..");
    if (dots >= 0) {
      String after = word.substring(dots + 2);
      return after.startsWith(".")
          ? Optional.empty()
          : Optional.of(between(word, word.substring(0, dots), after));
    }
    if (word.endsWith("^!") && word.length() > 2) {
      String commit = word.substring(0, word.length() - 2);
      return Optional.of(new CommitRange(word, List.of(commit), List.of(commit + "^@")));
    }
    int parent = word.lastIndexOf("^-");
    String number = parent < 0 ? "" : word.substring(parent + 2);
    if (parent <= 0 || !number.matches("\\d{0,4}")) {
      return Optional.empty();
    }
    String commit = word.substring(0, parent);
    return Optional.of(
        new CommitRange(
            word, List.of(commit), List.of(commit + "^" + (number.isEmpty() ? "1" : number))));
  }

  /** Finds the two sides of {@code A...B}: what only A has, and what only B has. */
  public static Optional<List<CommitRange>> parseSymmetric(String word) {
    int dots = word.indexOf("...");
    if (dots < 0 || word.indexOf("..", dots + 3) >= 0) {
      return Optional.empty();
    }
    String before = word.substring(0, dots);
    String after = word.substring(dots + 3);
    return Optional.of(List.of(between(after, before), between(before, after)));
  }

  /** Returns what {@code included} has and {@code excluded} has not. */
  public static CommitRange between(String excluded, String included) {
    return between(excluded + ".." + included, excluded, included);
  }

  private static CommitRange between(String text, String excluded, String included) {
    return new CommitRange(text, List.of(included), List.of(excluded));
  }
}
