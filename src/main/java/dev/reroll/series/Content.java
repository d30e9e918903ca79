package dev.reroll.series;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.PatchMail;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Which files a version touches and which lines it adds and removes: enough to see that two
 * versions are of the same work, whatever they are called.
 *
 * <p>Lines are kept as sorted 64-bit hashes (FNV-1a) without their white space, so that a line that
 * was indented anew is the same; lines with fewer than {@value #FEWEST_OCTETS} octets say nothing.
 * Comparing two versions takes time linear in their lines. Nothing is decided by this that two
 * different lines with one hash could spoil.
 */
final class Content {
  private static final int FEWEST_OCTETS = 8;
  private static final long FNV_START = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final int MAX_LINES = 100_000;

  private final Set<Octets> paths = new HashSet<>();
  private final Set<Octets> folders = new HashSet<>();
  private long[] lines = new long[64];
  private int count;

  Content(Collection<PatchMail> patches) {
    patches.forEach(patch -> scan(patch.diff()));
    lines = Arrays.stream(lines, 0, count).sorted().distinct().toArray();
  }

  private void scan(Octets diff) {
    int end = 0;
    for (int start = 0; start < diff.length(); start = end) {
      end = diff.endOfLine(start);
      if (diff.startsWith("--- ", start) || diff.startsWith("+++ ", start)) {
        addPath(diff.slice(start + 4, end));
      } else if (diff.at(start) == '+' || diff.at(start) == '-') {
        addLine(diff, start, end);
      }
    }
  }

  private void addPath(Octets name) {
    int prefix = name.indexOf('/', 0) + 1;
    int end = name.length();
    while (end > prefix && (name.at(end - 1) & 0xff) <= ' ') {
      end--;
    }
    Octets path = name.slice(prefix, end);
    if (prefix > 0 && !path.isEmpty() && !name.startsWith("/dev/null")) {
      paths.add(path);
      folders.add(path.slice(0, Math.max(0, path.indexOf('/', 0))));
    }
  }

  private void addLine(Octets diff, int start, int end) {
    long hash = FNV_START;
    int octets = 0;
    for (int i = start; i < end; i++) {
      int octet = diff.at(i) & 0xff;
      if (octet > ' ') {
        hash = (hash ^ octet) * FNV_PRIME;
        octets++;
      }
    }
    if (octets > FEWEST_OCTETS && count < MAX_LINES) {
      if (count == lines.length) {
        lines = Arrays.copyOf(lines, 2 * count);
      }
      lines[count++] = hash;
    }
  }

  boolean isEmpty() {
    return lines.length == 0 && paths.isEmpty();
  }

  /** Returns how many different changed lines there are that say something. */
  int lineCount() {
    return lines.length;
  }

  /** Returns how many changed lines are also in {@code other}. */
  int sharedLineCount(Content other) {
    int shared = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < lines.length && theirs < other.lines.length) {
      int order = Long.compare(lines[mine], other.lines[theirs]);
      shared += order == 0 ? 1 : 0;
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
    }
    return shared;
  }

  boolean sharesPathWith(Content other) {
    return !Collections.disjoint(paths, other.paths);
  }

  /** Whether some file is in the same topmost folder, as in one and the same project. */
  boolean sharesFolderWith(Content other) {
    return !Collections.disjoint(folders, other.folders);
  }
}
