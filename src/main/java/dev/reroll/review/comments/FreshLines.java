package dev.reroll.review.comments;

import dev.reroll.linediff.Edit;
import dev.reroll.linediff.ItemDiff;
import dev.reroll.review.code.PatchSource;
import dev.reroll.review.code.SourceFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows which lines of the new version are none that the old one had already.
 *
 * <p>A line has a counterpart where the diff of its patch with that patch's partner keeps it, or
 * where the same line of the same file went from any other place. Of more such lines that went than
 * came, none is known again.
 *
 * <pre>
 *  old 10/12  +  return -EBADF;   gone with its patch
 *  old  2/12  +  return -EBADF;   new  2/10  +  return -EBADF;   this one is taken
 * </pre>
 */
final class FreshLines {
  private final Set<Spot> kept = new HashSet<>();
  private final Map<String, Integer> went = new HashMap<>();
  private final Map<String, Integer> came = new HashMap<>();

  /** A line of the new version. */
  private record Spot(int ordinal, String path, SourceFile.Line line) {}

  private FreshLines() {}

  /**
   * Compares all patches with their partners.
   *
   * @param partners 1-based numbers of the old patches by those of the new ones
   */
  static FreshLines of(
      List<PatchSource> before, List<PatchSource> after, Map<Integer, Integer> partners) {
    FreshLines fresh = new FreshLines();
    for (int i = 1; i <= before.size(); i++) {
      if (!partners.containsValue(i)) {
        before.get(i - 1).files().forEach((path, file) -> fresh.goes(path, file.source().lines()));
      }
    }
    for (int i = 1; i <= after.size(); i++) {
      Integer partner = partners.get(i);
      if (partner == null) {
        after.get(i - 1).files().forEach((path, file) -> fresh.comes(path, file.source().lines()));
      } else {
        fresh.compare(i, before.get(partner - 1), after.get(i - 1));
      }
    }
    return fresh;
  }

  /** Whether no line of the old version is this one, as far as can be told. */
  boolean has(int ordinal, String path, SourceFile.Line line) {
    return !went.containsKey(name(path, line)) && !kept.contains(new Spot(ordinal, path, line));
  }

  /** Whether a line that went may be this one, which reads the same, and no other line is. */
  boolean mayBeSame(int ordinal, String path, SourceFile.Line line) {
    String name = name(path, line);
    return !kept.contains(new Spot(ordinal, path, line))
        && went.getOrDefault(name, 0) <= came.getOrDefault(name, 0);
  }

  private void compare(int ordinal, PatchSource before, PatchSource after) {
    Set<String> paths = new LinkedHashSet<>(before.files().keySet());
    paths.addAll(after.files().keySet());
    for (String path : paths) {
      compare(ordinal, path, new Lines(lines(before, path), lines(after, path)));
    }
  }

  private static List<SourceFile.Line> lines(PatchSource patch, String path) {
    PatchSource.Changed file = patch.files().get(path);
    return file == null ? List.of() : file.source().lines();
  }

  /** The lines of both sides of one file. */
  private record Lines(List<SourceFile.Line> before, List<SourceFile.Line> after) {}

  private void compare(int ordinal, String path, Lines lines) {
    int next = 0;
    for (Edit edit : ItemDiff.edits(keys(lines.before()), keys(lines.after()))) {
      keep(ordinal, path, lines.after().subList(next, edit.afterStart()));
      goes(path, lines.before().subList(edit.beforeStart(), edit.beforeEnd()));
      comes(path, lines.after().subList(edit.afterStart(), edit.afterEnd()));
      next = edit.afterEnd();
    }
    keep(ordinal, path, lines.after().subList(next, lines.after().size()));
  }

  private void keep(int ordinal, String path, List<SourceFile.Line> lines) {
    lines.forEach(line -> kept.add(new Spot(ordinal, path, line)));
  }

  private void goes(String path, List<SourceFile.Line> lines) {
    lines.forEach(line -> went.merge(name(path, line), 1, Integer::sum));
  }

  private void comes(String path, List<SourceFile.Line> lines) {
    lines.forEach(line -> came.merge(name(path, line), 1, Integer::sum));
  }

  private static List<String> keys(List<SourceFile.Line> lines) {
    return lines.stream().map(line -> QuotedPlace.key(line.signed())).toList();
  }

  private static String name(String path, SourceFile.Line line) {
    return path + '\0' + QuotedPlace.key(line.signed());
  }
}
