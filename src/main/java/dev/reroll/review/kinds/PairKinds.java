package dev.reroll.review.kinds;

import dev.reroll.linediff.Edit;
import dev.reroll.linediff.ItemDiff;
import dev.reroll.patch.UnseenChanges.UnseenChange;
import dev.reroll.review.code.ChangeFlow;
import dev.reroll.review.code.ChangeFlow.Item;
import dev.reroll.review.code.PatchSource;
import dev.reroll.review.code.SourceFile;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.FileCount;
import dev.reroll.review.result.FileCount.LineCount;
import dev.reroll.review.result.PatchReview.Rename;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What sorts of change the diff of a pair went through.
 *
 * @param byFile the sort of each file, by its path in the new version, or the old one's where only
 *     that has it; {@code IDENTICAL} where its changed lines are the same
 * @param counts how many changed lines came and went, by file likewise
 * @param moved the files whose changed lines are the same, but not all in their places
 * @param unseen what differs and no line shows, by file, where there is any
 * @param renames the names that were exchanged, where nothing else was changed but comments
 */
public record PairKinds(
    Map<String, ChangeKind> byFile,
    Map<String, LineCount> counts,
    Set<String> moved,
    Map<String, List<UnseenChange>> unseen,
    List<Rename> renames) {
  /** The names that all patches of each side declare. */
  public record Declared(Set<String> before, Set<String> after) {}

  /**
   * Judges a pair.
   *
   * @param series is asked only where names of the pair are exchanged that it does not declare
   */
  public static PairKinds of(PatchSource before, PatchSource after, Supplier<Declared> series) {
    PairKinds plain = plain(before, after);
    if (!plain.byFile.containsValue(ChangeKind.CODE)) {
      return plain;
    }
    RenameMap map = new RenameMap();
    boolean onlyNames =
        before.files().keySet().equals(after.files().keySet())
            && takeAll(map, before, after)
            && isOwn(map, new Declared(before.declared(), after.declared()), series)
            && isInPlace(map, before, after);
    return onlyNames ? plain.renamed(map.renames()) : plain;
  }

  /** Returns how many changed lines came and went altogether. */
  public LineCount lines() {
    return counts.values().stream().reduce(LineCount.NONE, LineCount::plus);
  }

  /** Returns the files whose changed lines are not as they were. */
  public List<FileCount> files() {
    return byFile.entrySet().stream()
        .filter(file -> file.getValue() != ChangeKind.IDENTICAL)
        .map(
            file ->
                new FileCount(
                    file.getKey(),
                    file.getValue(),
                    counts.getOrDefault(file.getKey(), LineCount.NONE),
                    unseen.getOrDefault(file.getKey(), List.of())))
        .toList();
  }

  /** Returns the sorts of change, without {@code IDENTICAL}. */
  public Set<ChangeKind> kinds() {
    Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
    kinds.addAll(byFile.values());
    kinds.remove(ChangeKind.IDENTICAL);
    return kinds;
  }

  private PairKinds renamed(List<Rename> renames) {
    Map<String, ChangeKind> kinds = new LinkedHashMap<>(byFile);
    kinds.replaceAll((path, kind) -> kind == ChangeKind.CODE ? ChangeKind.RENAMES : kind);
    return new PairKinds(kinds, counts, moved, unseen, renames);
  }

  private static PairKinds plain(PatchSource before, PatchSource after) {
    Map<String, ChangeKind> kinds = new LinkedHashMap<>();
    Map<String, LineCount> counts = new LinkedHashMap<>();
    Set<String> moved = new HashSet<>();
    Map<String, List<UnseenChange>> unseen = new HashMap<>();
    Set<String> paths = new TreeSet<>(before.files().keySet());
    paths.addAll(after.files().keySet());
    for (String path : paths) {
      PatchSource.Changed old = before.files().get(path);
      PatchSource.Changed current = after.files().get(path);
      FileKinds file = compare(old, current);
      kinds.put(path, file.kind());
      counts.put(path, file.lines());
      if (file.isMoved()) {
        moved.add(path);
      }
      if (old != null && current != null && !old.unseen(current).isEmpty()) {
        unseen.put(path, old.unseen(current));
      }
    }
    return new PairKinds(kinds, counts, moved, unseen, List.of());
  }

  private static FileKinds compare(
      PatchSource.@Nullable Changed before, PatchSource.@Nullable Changed after) {
    if (before == null) {
      return FileKinds.alone(new LineCount(changedCount(after), 0));
    }
    if (after == null) {
      return FileKinds.alone(new LineCount(0, changedCount(before)));
    }
    FileKinds lines = FileKinds.of(before.source(), after.source());
    return before.isSameFile(after) ? lines : FileKinds.alone(lines.lines());
  }

  private static int changedCount(PatchSource.@Nullable Changed file) {
    return file == null
        ? 0
        : (int) file.source().lines().stream().filter(SourceFile.Line::isChanged).count();
  }

  private static boolean takeAll(RenameMap map, PatchSource before, PatchSource after) {
    for (Map.Entry<String, PatchSource.Changed> file : after.files().entrySet()) {
      PatchSource.Changed old = before.files().get(file.getKey());
      boolean alike =
          old != null
              && old.isSameFile(file.getValue())
              && map.take(
                  ChangeFlow.ofCode(old.source()), ChangeFlow.ofCode(file.getValue().source()));
      if (!alike) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the patch declares the names itself, or the series does, where it then no longer
   * declares the old one.
   */
  private static boolean isOwn(RenameMap map, Declared patch, Supplier<Declared> series) {
    return map.renames().stream()
        .allMatch(rename -> isDeclared(rename, patch) || isOfSeries(rename, series.get()));
  }

  private static boolean isOfSeries(Rename rename, Declared series) {
    return isDeclared(rename, series)
        && !series.after().contains(rename.before())
        && !series.before().contains(rename.after());
  }

  /** Names that begin like {@code __x} or {@code _X} are the compiler's and the library's. */
  private static boolean isDeclared(Rename rename, Declared declared) {
    return !rename.before().matches("_[_A-Z].*")
        && !rename.after().matches("_[_A-Z].*")
        && declared.before().contains(rename.before())
        && declared.after().contains(rename.after())
        && !declared.after().contains(rename.before())
        && !declared.before().contains(rename.after());
  }

  private static boolean isInPlace(RenameMap map, PatchSource before, PatchSource after) {
    for (Map.Entry<String, PatchSource.Changed> file : after.files().entrySet()) {
      PatchSource.Changed old = before.files().get(file.getKey());
      if (old != null) {
        ChangeFlow flow = map.inGaps(ChangeFlow.ofCode(old.source()));
        ChangeFlow current = ChangeFlow.ofCode(file.getValue().source());
        if (new Placement(flow, current).movedCount() > 0) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * What sort of change one file of a pair went through.
   *
   * <p>The first that holds, each with all changes in their places ({@link Placement}):
   *
   * <ol>
   *   <li>the changed lines are the same: {@code IDENTICAL}, whatever stands around them;
   *   <li>the same tokens, comments included: {@code WHITESPACE};
   *   <li>the same tokens without comments: {@code COMMENTS};
   *   <li>else {@code CODE}; whether that is only names, {@link PairKinds} finds out for all files
   *       of the pair together.
   * </ol>
   *
   * @param kind the sort of change
   * @param lines how many changed lines came and went; those that moved count as both
   * @param isMoved whether the changed lines are the same, but not all in their places
   */
  private record FileKinds(ChangeKind kind, LineCount lines, boolean isMoved) {
    static FileKinds of(SourceFile before, SourceFile after) {
      ChangeFlow old = ChangeFlow.ofLines(before);
      ChangeFlow current = ChangeFlow.ofLines(after);
      if (old.items().equals(current.items())) {
        int moved = new Placement(old, current).movedCount();
        return moved == 0
            ? new FileKinds(ChangeKind.IDENTICAL, LineCount.NONE, false)
            : new FileKinds(ChangeKind.CODE, new LineCount(moved, moved), true);
      }
      return new FileKinds(kind(before, after), count(old, current), false);
    }

    /** Returns what a file that only one side has counts for. */
    static FileKinds alone(LineCount lines) {
      return new FileKinds(ChangeKind.CODE, lines, false);
    }

    private static ChangeKind kind(SourceFile before, SourceFile after) {
      if (isSame(ChangeFlow.ofTokens(before), ChangeFlow.ofTokens(after))) {
        return ChangeKind.WHITESPACE;
      }
      return isSame(ChangeFlow.ofCode(before), ChangeFlow.ofCode(after))
          ? ChangeKind.COMMENTS
          : ChangeKind.CODE;
    }

    private static boolean isSame(ChangeFlow before, ChangeFlow after) {
      return before.items().equals(after.items()) && new Placement(before, after).movedCount() == 0;
    }

    private static LineCount count(ChangeFlow before, ChangeFlow after) {
      int added = 0;
      int removed = 0;
      for (Edit edit : ItemDiff.<Item>edits(before.items(), after.items())) {
        removed += edit.beforeEnd() - edit.beforeStart();
        added += edit.afterEnd() - edit.afterStart();
      }
      return new LineCount(added, removed);
    }
  }
}
