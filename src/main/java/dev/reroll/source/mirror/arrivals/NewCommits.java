package dev.reroll.source.mirror.arrivals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * The commits of an epoch that an index lacks.
 *
 * @param commits in order of arrival
 * @param isRewritten whether the last commit that was indexed is no longer below the newest one, so
 *     that {@code commits} are all there are
 */
public record NewCommits(List<RevCommit> commits, boolean isRewritten) {
  public NewCommits {
    commits = List.copyOf(commits);
  }

  /**
   * Walks back from {@code tip} along first parents: in time linear in the number of commits that
   * are new.
   *
   * @param indexed the last commit that was indexed
   */
  public static NewCommits between(Optional<ObjectId> indexed, ObjectId tip, RevWalk walk)
      throws IOException {
    List<RevCommit> commits = new ArrayList<>();
    RevCommit commit = walk.parseCommit(tip);
    while (!indexed.map(commit::equals).orElse(false)) {
      commits.add(commit);
      if (commit.getParentCount() == 0) {
        Collections.reverse(commits);
        return new NewCommits(commits, indexed.isPresent());
      }
      commit = commit.getParent(0);
      walk.parseHeaders(commit);
    }
    Collections.reverse(commits);
    return new NewCommits(commits, false);
  }
}
