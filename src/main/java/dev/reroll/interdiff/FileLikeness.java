package dev.reroll.interdiff;

import dev.reroll.bytes.Octets;
import dev.reroll.linediff.LineTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How much of a renamed file is the same, as git counts it (git-diff(1), {@code -M}): what both
 * have of the same lines, in octets, against the size of the larger one. Longer lines are cut after
 * each 64 octets; a CR before the LF does not count; a last line without its LF is left out.
 */
final class FileLikeness {
  private static final int LONGEST = 64;
  private static final int FULL = 60_000;

  private final LineTable chunks = new LineTable();

  private FileLikeness() {}

  /** Returns the percentage; none where not all of both texts is known. */
  static OptionalInt percent(FileState before, FileState after) {
    boolean areTexts = !before.isBinary() && !after.isBinary();
    return areTexts && before.text().isWhole() && after.text().isWhole()
        ? OptionalInt.of(new FileLikeness().percent(before.text().lines(), after.text().lines()))
        : OptionalInt.empty();
  }

  /** Returns the percentage of two whole contents. */
  static int percent(Octets before, Octets after) {
    return new FileLikeness()
        .percent(FileText.of(BaseFile.of(before)).lines(), FileText.of(BaseFile.of(after)).lines());
  }

  private int percent(List<Octets> before, List<Octets> after) {
    long larger = Math.max(size(before), size(after));
    if (larger == 0) {
      return 100;
    }
    Map<Integer, Integer> counts = count(after);
    long shared = 0;
    for (Map.Entry<Integer, Integer> chunk : count(before).entrySet()) {
      shared += Math.min(chunk.getValue(), counts.getOrDefault(chunk.getKey(), 0));
    }
    return (int) (shared * FULL / larger * 100 / FULL);
  }

  private static long size(List<Octets> lines) {
    long size = 0;
    for (Octets line : lines) {
      size += line.length();
    }
    return size;
  }

  private Map<Integer, Integer> count(List<Octets> lines) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (Octets line : lines) {
      byte[] octets = withoutReturn(line).toByteArray();
      for (int from = 0; from < octets.length; from += LONGEST) {
        int to = Math.min(octets.length, from + LONGEST);
        if (to - from == LONGEST || octets[to - 1] == '\n') {
          counts.merge(chunks.intern(octets, from, to), to - from, Integer::sum);
        }
      }
    }
    return counts;
  }

  private static Octets withoutReturn(Octets line) {
    int end = line.length();
    if (!line.endsWith("\r\n")) {
      return line;
    }
    byte[] octets = line.toByteArray();
    octets[end - 2] = '\n';
    return Octets.wrap(octets, 0, end - 1);
  }
}
