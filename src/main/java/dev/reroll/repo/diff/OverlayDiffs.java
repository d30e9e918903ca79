package dev.reroll.repo.diff;

import dev.reroll.apply.tree.Blobs;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.apply.tree.Overlay.FileChange;
import dev.reroll.apply.tree.Tree.TreeFile;
import dev.reroll.bytes.Octets;
import dev.reroll.patch.FileDiff;
import dev.reroll.patch.FileDiff.Change;
import dev.reroll.problem.Refusal;
import dev.reroll.repo.attributes.AttributeFiles;
import dev.reroll.repo.paths.TreeChange;
import dev.reroll.repo.paths.TreeChange.State;
import dev.reroll.repo.place.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Diffs trees that were made in memory, as git would diff commits of them: with the repository's
 * attributes, renames and line diff, and three lines of context, which is what mails have. For one
 * thread at a time.
 */
public final class OverlayDiffs {
  private final AttributeFiles attributes;
  private final Settings settings;
  private final ChangeDiffs diffs;
  private final OverlayContents contents = new OverlayContents();

  /** Diffs with these attributes, and what git's configuration says of diffs. */
  public OverlayDiffs(AttributeFiles attributes, Settings settings) {
    this.attributes = attributes;
    this.settings = settings;
    this.diffs = new ChangeDiffs(contents, attributes, settings, ChangeDiffs.STANDARD_CONTEXT);
  }

  /** Returns what {@code after} changes against {@code before}, which has the same base. */
  public List<FileDiff> between(Overlay before, Overlay after) throws Refusal {
    return between(before, after, diffs);
  }

  /** Returns the same with {@code context} unchanged lines around each change. */
  public List<FileDiff> between(Overlay before, Overlay after, int context) throws Refusal {
    return between(before, after, new ChangeDiffs(contents, attributes, settings, context));
  }

  private List<FileDiff> between(Overlay before, Overlay after, ChangeDiffs with) throws Refusal {
    contents.blobs = Optional.of(after.blobs());
    SortedSet<Octets> paths = new TreeSet<>(Octets::compareUnsigned);
    before.changes().forEach(change -> paths.add(change.path()));
    for (FileChange change : after.changes()) {
      paths.add(change.path());
    }
    List<TreeChange> changes = new ArrayList<>();
    for (Octets path : paths) {
      add(path, before.find(path), after.find(path), changes);
    }
    try {
      return with.of(changes);
    } catch (IOException unreadable) {
      throw Refusal.unreadable("cannot read a blob: " + unreadable.getMessage());
    }
  }

  private void add(
      Octets path, Optional<TreeFile> before, Optional<TreeFile> after, List<TreeChange> changes) {
    if (before.equals(after)) {
      return;
    }
    if (before.isEmpty()) {
      changes.add(TreeChange.added(state(path, after.orElseThrow())));
    } else if (after.isEmpty()) {
      changes.add(TreeChange.deleted(state(path, before.get())));
    } else {
      changes.add(
          new TreeChange(Change.MODIFIED, state(path, before.get()), state(path, after.get())));
    }
  }

  private State state(Octets path, TreeFile file) {
    return new State(path, FileMode.fromBits(file.mode().bits()), contents.key(file.id()));
  }

  /** Reads contents by JGit's ids, which are those of SHA-1: of longer ones the beginning. */
  private static final class OverlayContents implements Contents.Source {
    private final Map<ObjectId, String> ids = new HashMap<>();
    private Optional<Blobs> blobs = Optional.empty();

    ObjectId key(String id) {
      ObjectId key = ObjectId.fromString(id.substring(0, 40));
      ids.put(key, id);
      return key;
    }

    @Override
    public byte[] read(ObjectId id) throws IOException {
      String whole = ids.getOrDefault(id, id.name());
      try {
        return blobs
            .orElseThrow()
            .find(whole)
            .orElseThrow(() -> new IOException("there is no " + whole))
            .toByteArray();
      } catch (Refusal refused) {
        throw new IOException(refused.getMessage(), refused);
      }
    }

    @Override
    public long size(ObjectId id) throws IOException {
      return read(id).length;
    }
  }
}
