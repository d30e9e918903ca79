package dev.reroll.repo.commits;

import dev.reroll.repo.paths.TreeDiff;
import dev.reroll.repo.revisions.CommitRange;
import dev.reroll.repo.revisions.RevisionWord;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Lists the commits of a range in the order in which git compares them: {@code --reverse
 * --date-order --no-merges}, history simplified to the paths that are asked for (git-rev-list(1),
 * "History Simplification").
 *
 * <p>A commit stands behind its parents; of those that may come next in the reversed list, the one
 * with the latest committer date is taken, of equals the one that was reached first.
 */
final class CommitWalk {
  private final RevWalk walk;
  private final TreeDiff trees;
  private final boolean simplified;

  /** What is left of a commit's parents, and whether it changes a path that counts. */
  private record Seen(List<RevCommit> parents, boolean changes) {}

  CommitWalk(RevWalk walk, TreeDiff trees, boolean simplified) {
    this.walk = walk;
    this.trees = trees;
    this.simplified = simplified;
  }

  /** Returns the commits of {@code range}, oldest first. */
  List<RevCommit> list(CommitRange range) throws IOException {
    List<RevCommit> inRange = inRange(range);
    Map<RevCommit, Seen> seen = simplify(inRange, range);
    List<RevCommit> commits = new ArrayList<>();
    for (RevCommit commit : dateOrder(inRange, seen)) {
      Seen found = seen.get(commit);
      if (found != null && found.changes() && commit.getParentCount() < 2) {
        commits.add(commit);
      }
    }
    Collections.reverse(commits);
    return commits;
  }

  private List<RevCommit> inRange(CommitRange range) throws IOException {
    walk.reset();
    walk.sort(RevSort.TOPO);
    for (RevCommit start : commits(range.included())) {
      walk.markStart(start);
    }
    for (RevCommit end : commits(range.excluded())) {
      walk.markUninteresting(end);
    }
    List<RevCommit> commits = new ArrayList<>();
    for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
      commits.add(commit);
    }
    return commits;
  }

  /** Returns those of the objects that are commits, or tags of commits. */
  private List<RevCommit> commits(List<String> ids) throws IOException {
    List<RevCommit> commits = new ArrayList<>();
    for (String id : ids) {
      RevisionWord.commit(ObjectId.fromString(id), walk).ifPresent(commits::add);
    }
    return commits;
  }

  /** Follows the parents that count from where the range begins. */
  private Map<RevCommit, Seen> simplify(List<RevCommit> inRange, CommitRange range)
      throws IOException {
    Set<RevCommit> interesting = new HashSet<>(inRange);
    Map<RevCommit, Seen> seen = new LinkedHashMap<>();
    Deque<RevCommit> open = new ArrayDeque<>(commits(range.included()));
    while (!open.isEmpty()) {
      RevCommit commit = open.removeFirst();
      if (!interesting.contains(commit) || seen.containsKey(commit)) {
        continue;
      }
      Seen found = simplified ? look(commit, interesting) : new Seen(parents(commit), true);
      seen.put(commit, found);
      open.addAll(found.parents());
    }
    return seen;
  }

  private static List<RevCommit> parents(RevCommit commit) {
    return List.of(commit.getParents());
  }

  private Seen look(RevCommit commit, Set<RevCommit> interesting) throws IOException {
    if (commit.getParentCount() == 0) {
      return new Seen(List.of(), !trees.isEmpty(commit));
    }
    boolean changes = true;
    for (RevCommit parent : commit.getParents()) {
      walk.parseHeaders(parent);
      if (trees.isSame(commit, parent.getTree())) {
        changes = false;
        if (interesting.contains(parent)) {
          return new Seen(List.of(parent), false);
        }
      }
    }
    return new Seen(parents(commit), changes);
  }

  private static List<RevCommit> dateOrder(List<RevCommit> inRange, Map<RevCommit, Seen> seen) {
    Map<RevCommit, Integer> childCount = new HashMap<>();
    for (Seen commit : seen.values()) {
      commit.parents().forEach(parent -> childCount.merge(parent, 1, Integer::sum));
    }
    PriorityQueue<CommitQueue> queue = new PriorityQueue<>();
    int number = 0;
    for (RevCommit commit : inRange) {
      if (seen.containsKey(commit) && !childCount.containsKey(commit)) {
        queue.add(new CommitQueue(commit, number++));
      }
    }
    List<RevCommit> ordered = new ArrayList<>();
    while (!queue.isEmpty()) {
      RevCommit commit = queue.remove().commit();
      ordered.add(commit);
      for (RevCommit parent : parentsLeft(commit, seen)) {
        int left = childCount.getOrDefault(parent, 0) - 1;
        childCount.put(parent, left);
        if (left == 0 && seen.containsKey(parent)) {
          queue.add(new CommitQueue(parent, number++));
        }
      }
    }
    return ordered;
  }

  private static List<RevCommit> parentsLeft(RevCommit commit, Map<RevCommit, Seen> seen) {
    Seen found = seen.get(commit);
    return found == null ? List.of() : found.parents();
  }

  /** A commit whose children have all been listed. */
  private record CommitQueue(RevCommit commit, int number) implements Comparable<CommitQueue> {
    @Override
    public int compareTo(CommitQueue other) {
      int byDate = Integer.compare(other.commit.getCommitTime(), commit.getCommitTime());
      return byDate != 0 ? byDate : Integer.compare(number, other.number);
    }
  }
}
