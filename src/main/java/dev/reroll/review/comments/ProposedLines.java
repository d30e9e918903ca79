package dev.reroll.review.comments;

import dev.reroll.review.code.PatchSource;
import dev.reroll.review.code.SourceFile;
import dev.reroll.review.material.LineWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The lines of code that a reviewer proposed: added lines of a diff, and indented lines that end
 * like code.
 *
 * <p>A new patch follows the proposal if it has more than half of the proposed lines that the old
 * patch lacks.
 */
final class ProposedLines {
  private static final int MIN_LETTERS = 6;
  private static final String ENDS_OF_CODE = ";{},)\\";

  private ProposedLines() {}

  /** Returns those among the lines of a reply that are not quoted, without their sign. */
  static List<String> in(List<String> written) {
    List<String> proposed = new ArrayList<>();
    for (String line : written) {
      boolean isAdded = line.startsWith("+") && !line.startsWith("++");
      if (isAdded || isCode(line)) {
        proposed.add(isAdded ? line.substring(1).strip() : line.strip());
      }
    }
    return proposed;
  }

  /** Whether the line is written as code is: a line of a diff, or indented with a code's end. */
  static boolean isCode(String line) {
    String text = line.stripTrailing();
    boolean isIndented = text.startsWith("\t") || text.startsWith("  ");
    boolean isEnd = !text.isEmpty() && ENDS_OF_CODE.indexOf(text.charAt(text.length() - 1)) >= 0;
    return isIndented && isEnd && !text.strip().startsWith("(");
  }

  /** Whether {@code after} has what was proposed, and {@code before} did not. */
  static boolean stand(List<String> proposed, PatchSource before, PatchSource after) {
    if (proposed.isEmpty()) {
      return false;
    }
    Set<String> old = lines(before);
    Set<String> current = lines(after);
    int fresh = 0;
    int there = 0;
    for (String line : proposed) {
      String key = key(line);
      if (LineWords.letters(key) >= MIN_LETTERS && !old.contains(key)) {
        fresh++;
        there += current.contains(key) ? 1 : 0;
      }
    }
    return 2 * there > fresh;
  }

  /** Whether {@code after} has one of the names, and {@code before} has not. */
  static boolean haveCome(Set<String> names, PatchSource before, PatchSource after) {
    if (names.isEmpty()) {
      return false;
    }
    String old = String.join("\n", lines(before));
    String current = String.join("\n", lines(after));
    return names.stream().anyMatch(name -> current.contains(name) && !old.contains(name));
  }

  private static Set<String> lines(PatchSource patch) {
    Set<String> lines = new HashSet<>();
    for (PatchSource.Changed file : patch.files().values()) {
      for (SourceFile.Line line : file.source().lines()) {
        if (line.sign() != '-') {
          lines.add(key(line.text()));
        }
      }
    }
    return lines;
  }

  private static String key(String line) {
    return QuotedPlace.key(' ' + line.strip());
  }
}
