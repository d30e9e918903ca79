package dev.reroll.review;

import dev.reroll.patch.FileDiff;
import dev.reroll.patch.Patch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds a patch as it is judged: its files by their paths, each with its lines as text.
 *
 * @param files by new path, in the order of the patch
 * @param declared the names that its added lines declare
 */
record PatchSource(Map<String, Changed> files, Set<String> declared) {
  /** One file: what the patch says of it as a whole, and its lines. */
  record Changed(FileDiff diff, SourceFile source) {
    /** Says whether both do the same to the file as a whole. */
    boolean isSameFile(Changed other) {
      return diff.change() == other.diff.change()
          && diff.before().equals(other.diff.before())
          && diff.modes().equals(other.diff.modes())
          && diff.binary() == other.diff.binary();
    }
  }

  /** Counts the lines that the patch itself adds and removes, by file. */
  List<FileCount> counts(ChangeKind kind) {
    List<FileCount> counts = new ArrayList<>();
    files.forEach((path, file) -> counts.add(new FileCount(path, kind, count(file.source()))));
    return counts;
  }

  private static LineCount count(SourceFile file) {
    int added = 0;
    int removed = 0;
    for (SourceFile.Line line : file.lines()) {
      added += line.sign() == '+' ? 1 : 0;
      removed += line.sign() == '-' ? 1 : 0;
    }
    return new LineCount(added, removed);
  }

  static PatchSource of(Patch patch) {
    Map<String, Changed> files = new LinkedHashMap<>();
    for (FileDiff file : patch.files()) {
      String path = file.after().toString();
      // A mail may hold two diffs of one file, each for itself.
      String name = files.containsKey(path) ? path + " (" + (files.size() + 1) + ")" : path;
      files.put(name, new Changed(file, SourceFile.of(file)));
    }
    List<SourceFile> sources = files.values().stream().map(Changed::source).toList();
    return new PatchSource(files, Declarations.in(sources));
  }
}
