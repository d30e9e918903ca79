package dev.reroll.review;

import dev.reroll.linediff.Edit;
import dev.reroll.linediff.ItemDiff;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds changed lines of one patch that could be recognised elsewhere: lines that say enough, and
 * that the patch has once.
 *
 * @param lines each with its path and sign in front
 */
record MovedLines(Set<String> lines) {
  private static final int LEAST_LETTERS = 8;
  private static final char SEPARATOR = '\0';

  /** Returns those of a whole patch. */
  static MovedLines of(PatchSource patch) {
    return once(all(patch));
  }

  /** Returns those of {@code patch} that {@code partner} does not have. */
  static MovedLines without(PatchSource patch, PatchSource partner) {
    List<String> own = all(patch);
    List<String> rest = new ArrayList<>();
    for (Edit edit : ItemDiff.edits(own, all(partner))) {
      rest.addAll(own.subList(edit.beforeStart(), edit.beforeEnd()));
    }
    Set<String> there = new HashSet<>(all(partner));
    rest.removeIf(there::contains);
    return once(rest);
  }

  /** Returns those that both have. */
  MovedLines shared(MovedLines other) {
    Set<String> both = new HashSet<>(lines);
    both.retainAll(other.lines);
    return new MovedLines(both);
  }

  int size() {
    return lines.size();
  }

  /** Returns the files that the lines are in, sorted. */
  List<String> paths() {
    return lines.stream()
        .map(line -> line.substring(0, line.indexOf(SEPARATOR)))
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> all(PatchSource patch) {
    List<String> lines = new ArrayList<>();
    patch
        .files()
        .forEach(
            (path, file) ->
                file.source().lines().stream()
                    .filter(SourceFile.Line::isChanged)
                    .filter(line -> saysEnough(line.text()))
                    .forEach(
                        line -> lines.add(path + SEPARATOR + line.sign() + line.text().strip())));
    return lines;
  }

  private static boolean saysEnough(String text) {
    return text.chars().filter(Character::isLetterOrDigit).count() >= LEAST_LETTERS;
  }

  private static MovedLines once(List<String> lines) {
    Map<String, Integer> counts = new HashMap<>();
    lines.forEach(line -> counts.merge(line, 1, Integer::sum));
    Set<String> once = new HashSet<>(lines);
    once.removeIf(line -> counts.getOrDefault(line, 0) > 1);
    return new MovedLines(once);
  }
}
