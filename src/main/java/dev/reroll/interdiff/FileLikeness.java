package dev.reroll.interdiff;

import dev.reroll.bytes.Octets;
import dev.reroll.linediff.SharedChunks;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.OptionalInt;

/**
 * How much of a renamed file is the same, as git counts it (git-diff(1), {@code -M}): what both
 * have of the same {@link SharedChunks chunks}, in octets, against the size of the larger one.
 */
final class FileLikeness {
  private static final int FULL = 60_000;

  private FileLikeness() {}

  /** Returns the percentage; none where not all of both texts is known. */
  static OptionalInt percent(FileState before, FileState after) {
    boolean areTexts = !before.isBinary() && !after.isBinary();
    return areTexts && before.text().isWhole() && after.text().isWhole()
        ? OptionalInt.of(percent(joined(before.text().lines()), joined(after.text().lines())))
        : OptionalInt.empty();
  }

  /** Returns the percentage of two whole contents. */
  static int percent(Octets before, Octets after) {
    return percent(before.toByteArray(), after.toByteArray());
  }

  private static int percent(byte[] before, byte[] after) {
    long larger = Math.max(before.length, after.length);
    if (larger == 0) {
      return 100;
    }
    SharedChunks chunks = new SharedChunks();
    long shared = chunks.count(before, false).sharedWith(chunks.count(after, false));
    return (int) (shared * FULL / larger * 100 / FULL);
  }

  private static byte[] joined(List<Octets> lines) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    lines.forEach(line -> content.writeBytes(line.toByteArray()));
    return content.toByteArray();
  }
}
