package dev.reroll.repo.revisions;

import dev.reroll.problem.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/**
 * A word that git takes for revisions: {@code A}, {@code ^A}, {@code A..B}, {@code A...B}, {@code
 * A^@}, {@code A^!} or {@code A^-N}. Two dots that do not stand between two revisions, as in {@code
 * A^{/..}}, are part of one.
 *
 * @param included the objects that it begins with; tags as they are
 * @param excluded what it leaves out with all that leads there
 */
public record RevisionWord(List<ObjectId> included, List<ObjectId> excluded) {
  public RevisionWord {
    included = List.copyOf(included);
    excluded = List.copyOf(excluded);
  }

  /** Finds what {@code word} means; nothing where it names no object. */
  static Optional<RevisionWord> find(String word, Revisions revisions, RevWalk walk)
      throws Refusal, IOException {
    Optional<RevisionWord> range = betweenDots(word, revisions, walk);
    if (range.isEmpty()) {
      range = withParents(word, revisions, walk);
    }
    if (range.isPresent()) {
      return range;
    }
    boolean isExcluded = word.startsWith("^") && word.length() > 1;
    Optional<ObjectId> id = revisions.find(isExcluded ? word.substring(1) : word);
    List<ObjectId> ids = id.isPresent() ? List.of(id.get()) : List.of();
    return id.isEmpty()
        ? Optional.empty()
        : Optional.of(
            isExcluded ? new RevisionWord(List.of(), ids) : new RevisionWord(ids, List.of()));
  }

  /** Whether git takes it for a range: it leaves something out, and not all that it begins with. */
  boolean isRange() {
    return !excluded.isEmpty() && !excluded.containsAll(included);
  }

  private static Optional<RevisionWord> betweenDots(String word, Revisions revisions, RevWalk walk)
      throws Refusal, IOException {
    int dots = word.indexOf("..");
    if (dots < 0 || word.equals("..")) {
      return Optional.empty();
    }
    boolean isSymmetric = word.startsWith("...", dots);
    Optional<ObjectId> before = revisions.find(word.substring(0, dots));
    Optional<ObjectId> after =
        before.isEmpty()
            ? Optional.empty()
            : revisions.find(word.substring(dots + (isSymmetric ? 3 : 2)));
    if (after.isEmpty()) {
      return Optional.empty();
    }
    return isSymmetric
        ? symmetric(before.get(), after.get(), walk)
        : Optional.of(new RevisionWord(List.of(after.get()), List.of(before.get())));
  }

  /** Begins with both, and leaves out what they have in common. */
  private static Optional<RevisionWord> symmetric(ObjectId before, ObjectId after, RevWalk walk)
      throws IOException {
    Optional<RevCommit> left = commit(before, walk);
    Optional<RevCommit> right = commit(after, walk);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    List<ObjectId> bases = new ArrayList<>();
    walk.reset();
    walk.setRevFilter(RevFilter.MERGE_BASE);
    walk.markStart(left.get());
    walk.markStart(right.get());
    for (RevCommit base = walk.next(); base != null; base = walk.next()) {
      bases.add(base.copy());
    }
    walk.reset();
    walk.setRevFilter(RevFilter.ALL);
    return Optional.of(new RevisionWord(List.of(left.get().copy(), right.get().copy()), bases));
  }

  private static Optional<RevisionWord> withParents(String word, Revisions revisions, RevWalk walk)
      throws Refusal, IOException {
    int mark = word.lastIndexOf('^');
    String kind = mark > 0 ? word.substring(mark) : "";
    boolean isOneParent = kind.startsWith("^-") && kind.substring(2).matches("\\d{0,4}");
    if (!kind.equals("^@") && !kind.equals("^!") && !isOneParent) {
      return Optional.empty();
    }
    Optional<ObjectId> id = revisions.find(word.substring(0, mark));
    Optional<RevCommit> commit = id.isPresent() ? commit(id.get(), walk) : Optional.empty();
    if (commit.isEmpty()) {
      return Optional.empty();
    }
    List<ObjectId> parents = new ArrayList<>();
    for (RevCommit parent : commit.get().getParents()) {
      parents.add(parent.copy());
    }
    if (isOneParent) {
      int number = kind.length() == 2 ? 1 : Integer.parseInt(kind.substring(2));
      return number < 1 || number > parents.size()
          ? Optional.empty()
          : Optional.of(new RevisionWord(List.of(id.get()), List.of(parents.get(number - 1))));
    }
    return Optional.of(
        kind.equals("^@")
            ? new RevisionWord(parents, List.of())
            : new RevisionWord(List.of(id.get()), parents));
  }

  /** Finds the commit that an object is, or that a tag names. */
  public static Optional<RevCommit> commit(ObjectId id, RevWalk walk) throws IOException {
    try {
      return Optional.of(walk.parseCommit(id));
    } catch (IncorrectObjectTypeException otherObject) {
      return Optional.empty();
    }
  }
}
