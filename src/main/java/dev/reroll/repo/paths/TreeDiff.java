package dev.reroll.repo.paths;

import dev.reroll.bytes.Octets;
import dev.reroll.patch.FileDiff.Change;
import dev.reroll.repo.paths.TreeChange.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Finds the paths in which two trees differ, in git's order. */
public final class TreeDiff {
  private final ObjectReader reader;
  private final PathFilter paths;
  private final boolean showsRoot;

  /**
   * Makes one for a walk.
   *
   * @param showsRoot whether a commit without parents changes anything
   */
  public TreeDiff(ObjectReader reader, PathFilter paths, boolean showsRoot) {
    this.reader = reader;
    this.paths = paths;
    this.showsRoot = showsRoot;
  }

  /** Returns what {@code commit} changes against its first parent, or against nothing. */
  public List<TreeChange> of(RevCommit commit) throws IOException {
    List<TreeChange> changes = new ArrayList<>();
    if (commit.getParentCount() == 0 && !showsRoot) {
      return changes;
    }
    try (TreeWalk walk = walk(commit)) {
      while (walk.next()) {
        add(walk, changes);
      }
    }
    return changes;
  }

  /** Whether {@code commit} changes nothing against its parent {@code parent}. */
  public boolean isSame(RevCommit commit, RevTree parent) throws IOException {
    try (TreeWalk walk = walk()) {
      walk.addTree(parent);
      walk.addTree(commit.getTree());
      return !walk.next();
    }
  }

  /** Whether {@code commit}, which has no parent, has no file. */
  public boolean isEmpty(RevCommit commit) throws IOException {
    try (TreeWalk walk = walk(commit)) {
      return !walk.next();
    }
  }

  private TreeWalk walk(RevCommit commit) throws IOException {
    TreeWalk walk = walk();
    if (commit.getParentCount() == 0) {
      walk.addTree(new EmptyTreeIterator());
    } else {
      walk.addTree(commit.getParent(0).getTree());
    }
    walk.addTree(commit.getTree());
    return walk;
  }

  private TreeWalk walk() {
    TreeWalk walk = new TreeWalk(reader);
    walk.setRecursive(true);
    walk.setFilter(
        paths.isEmpty() ? TreeFilter.ANY_DIFF : AndTreeFilter.create(paths, TreeFilter.ANY_DIFF));
    return walk;
  }

  private static void add(TreeWalk walk, List<TreeChange> changes) {
    Octets path = Octets.wrap(walk.getRawPath());
    State before = new State(path, walk.getFileMode(0), walk.getObjectId(0));
    State after = new State(path, walk.getFileMode(1), walk.getObjectId(1));
    boolean wasThere = before.mode() != FileMode.MISSING;
    boolean isThere = after.mode() != FileMode.MISSING;
    if (wasThere && isThere) {
      changes.add(new TreeChange(Change.MODIFIED, before, after));
    } else {
      changes.add(wasThere ? TreeChange.deleted(before) : TreeChange.added(after));
    }
  }
}
