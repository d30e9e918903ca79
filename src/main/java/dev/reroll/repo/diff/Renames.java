package dev.reroll.repo.diff;

import dev.reroll.bytes.Octets;
import dev.reroll.linediff.RenameDetector;
import dev.reroll.linediff.SharedChunks;
import dev.reroll.linediff.SharedChunks.Counted;
import dev.reroll.patch.FileDiff.Change;
import dev.reroll.repo.paths.TreeChange;
import dev.reroll.repo.paths.TreeChange.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes with the deleted and new files among them made into renames, where they are alike. */
final class Renames {
  private final RenameDetector<State, IOException> detector;

  /**
   * Creates one detection.
   *
   * @param limit the last step is done for at most so many files on a side; 0 for any number
   */
  Renames(Contents contents, int limit) {
    detector = new RenameDetector<>(new StateFiles(contents), limit);
  }

  /** Returns {@code changes} with deleted and new files made into renames. */
  List<TreeChange> in(List<TreeChange> changes) throws IOException {
    Map<Octets, State> sources = new HashMap<>();
    List<State> removed = new ArrayList<>();
    List<State> added = new ArrayList<>();
    for (TreeChange change : changes) {
      if (change.change() == Change.DELETED) {
        removed.add(change.before());
        sources.put(change.before().path(), change.before());
      } else if (change.change() == Change.ADDED) {
        added.add(change.after());
      }
    }
    Map<Octets, Octets> sourceOf = detector.find(removed, added);
    Set<Octets> used = new HashSet<>(sourceOf.values());
    List<TreeChange> renamed = new ArrayList<>();
    for (TreeChange change : changes) {
      Octets from = change.change() == Change.ADDED ? sourceOf.get(change.after().path()) : null;
      State source = from == null ? null : sources.get(from);
      if (source != null) {
        renamed.add(new TreeChange(Change.RENAMED, source, change.after()));
      } else if (change.change() != Change.DELETED || !used.contains(change.before().path())) {
        renamed.add(change);
      }
    }
    return renamed;
  }

  private record StateFiles(Contents contents) implements RenameDetector.Files<State, IOException> {
    @Override
    public Octets path(State file) {
      return file.path();
    }

    @Override
    public String id(State file) {
      return file.id().name();
    }

    @Override
    public String mode(State file) {
      return file.mode().toString();
    }

    @Override
    public boolean isRegular(State file) {
      return file.isRegular();
    }

    @Override
    public long size(State file) throws IOException {
      return contents.sizeOf(file);
    }

    @Override
    public Counted count(State file, SharedChunks chunks) throws IOException {
      byte[] content = contents.of(file);
      return chunks.count(content, contents.isBinary(file, content));
    }
  }
}
