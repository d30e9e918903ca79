package dev.reroll.review.code;

import dev.reroll.patch.FileDiff;
import dev.reroll.patch.Patch;
import dev.reroll.patch.UnseenChanges;
import dev.reroll.patch.UnseenChanges.UnseenChange;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.FileCount;
import dev.reroll.review.result.FileCount.LineCount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A patch as it is judged: its files by their paths, each with its lines as text. Read when it is
 * asked for: of most patches, which did not change, nothing ever is. For one thread.
 */
public final class PatchSource {
  private final Patch patch;
  private @Nullable Map<String, Changed> files;
  private @Nullable Set<String> declared;

  private PatchSource(Patch patch) {
    this.patch = patch;
  }

  /** Wraps a patch; nothing is read yet. */
  public static PatchSource of(Patch patch) {
    return new PatchSource(patch);
  }

  /** The patches of both versions. */
  public record Both(List<PatchSource> before, List<PatchSource> after) {
    public Both {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /** One file: what the patch says of it as a whole, and its lines. */
  public record Changed(FileDiff diff, SourceFile source) {
    /** Whether both do the same to the file as a whole. */
    public boolean isSameFile(Changed other) {
      return diff.change() == other.diff.change()
          && diff.before().equals(other.diff.before())
          && diff.modes().equals(other.diff.modes())
          && diff.binary() == other.diff.binary()
          && unseen(other).isEmpty();
    }

    /** Finds what differs from {@code other}, the newer one, and no line shows. */
    public List<UnseenChange> unseen(Changed other) {
      return UnseenChanges.of(diff, other.diff);
    }
  }

  /** Returns the files by new path, in the order of the patch. */
  public Map<String, Changed> files() {
    Map<String, Changed> known = files;
    if (known == null) {
      known = read();
      files = known;
    }
    return known;
  }

  private Map<String, Changed> read() {
    Map<String, Changed> read = new LinkedHashMap<>();
    for (FileDiff file : patch.files()) {
      String path = file.after().toString();
      // A mail may hold two diffs of one file, each for itself.
      String name = read.containsKey(path) ? path + " (" + (read.size() + 1) + ")" : path;
      read.put(name, new Changed(file, SourceFile.of(file)));
    }
    return read;
  }

  /** Returns the names that the added lines declare. */
  public Set<String> declared() {
    Set<String> known = declared;
    if (known == null) {
      List<SourceFile> sources = new ArrayList<>();
      for (Changed file : files().values()) {
        sources.add(file.source());
      }
      known = Declarations.in(sources);
      declared = known;
    }
    return known;
  }

  /** Counts the lines that the patch itself adds and removes, by file. */
  public List<FileCount> counts(ChangeKind kind) {
    List<FileCount> counts = new ArrayList<>();
    for (Map.Entry<String, Changed> file : files().entrySet()) {
      counts.add(new FileCount(file.getKey(), kind, count(file.getValue().source())));
    }
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
}
