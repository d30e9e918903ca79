package dev.reroll.repo;

import dev.reroll.message.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Finds the commits that revisions name (gitrevisions(7)). */
final class Revisions {
  private static final String PARENTS = "^@";

  private final Repository repository;

  Revisions(Repository repository) {
    this.repository = repository;
  }

  /** Finds the commit that {@code revision} names. */
  Optional<ObjectId> find(String revision) throws IOException {
    try {
      return Optional.ofNullable(repository.resolve(name(revision) + "^{commit}"));
    } catch (AmbiguousObjectException
        | IncorrectObjectTypeException
        | MissingObjectException
        | RevisionSyntaxException none) {
      return Optional.empty();
    }
  }

  /** Returns the commits that all {@code revisions} name, or refuses. */
  List<RevCommit> resolveAll(List<String> revisions, RevWalk walk) throws Refusal, IOException {
    List<RevCommit> commits = new ArrayList<>();
    for (String revision : revisions) {
      boolean areParents = revision.endsWith(PARENTS);
      RevCommit commit =
          walk.parseCommit(
              resolve(areParents ? revision.substring(0, revision.length() - 2) : revision));
      if (areParents) {
        for (RevCommit parent : commit.getParents()) {
          commits.add(walk.parseCommit(parent));
        }
      } else {
        commits.add(commit);
      }
    }
    return commits;
  }

  private ObjectId resolve(String revision) throws Refusal, IOException {
    Optional<ObjectId> found = find(revision);
    if (found.isEmpty()) {
      throw Refusal.unreadable(
          "no commit '" + name(revision) + "' in " + repository.getDirectory(),
          "git log --oneline --all");
    }
    return found.get();
  }

  private static String name(String revision) {
    if (revision.isEmpty()) {
      return Constants.HEAD;
    }
    boolean isHead = revision.equals("@") || revision.startsWith("@~") || revision.startsWith("@^");
    return isHead ? Constants.HEAD + revision.substring(1) : revision;
  }
}
