package dev.reroll.repo.revisions;

import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Reads words as {@code git range-diff} reads them: {@code BASE OLD NEW}, two ranges, or {@code
 * OLD...NEW}, tried in this order; more revisions for both sides, and paths, may follow. What it
 * refuses, it refuses in git's words.
 */
public final class RangeDiffArguments {
  private static final String TWO_RANGES = "need two commit ranges";

  private final Revisions revisions;
  private final RevWalk walk;
  private final Predicate<String> hasPath;

  /**
   * Reads for a repository.
   *
   * @param walk of the same repository
   * @param hasPath whether there is such a file or folder
   */
  public RangeDiffArguments(Revisions revisions, RevWalk walk, Predicate<String> hasPath) {
    this.revisions = revisions;
    this.walk = walk;
    this.hasPath = hasPath;
  }

  /** Whether the first three words name objects. */
  public boolean areThree(List<String> words) throws Refusal, IOException {
    boolean all = words.size() >= 3;
    for (int i = 0; i < 3 && all; i++) {
      all = revisions.find(words.get(i)).isPresent();
    }
    return all;
  }

  /** Reads words behind which paths may follow without a mark. */
  public CommitPair read(List<String> words) throws Refusal, IOException {
    if (areThree(words)) {
      return withRest(three(words), words.subList(3, words.size()));
    }
    if (words.size() > 1) {
      Optional<CommitRange> before = range(words.get(0));
      Optional<CommitRange> after = before.isEmpty() ? before : range(words.get(1));
      if (after.isPresent()) {
        List<CommitRange> both = List.of(before.orElseThrow(), after.get());
        return withRest(both, words.subList(2, words.size()));
      }
    }
    if (!words.get(0).contains("...")) {
      throw refusal(TWO_RANGES);
    }
    return withRest(symmetric(words.get(0)), words.subList(1, words.size()));
  }

  /** Reads words behind which {@code --} and {@code paths} follow. */
  public CommitPair read(List<String> words, List<String> paths) throws Refusal, IOException {
    List<CommitRange> sides = new ArrayList<>();
    switch (words.size()) {
      case 1 -> {
        if (!words.get(0).contains("...")) {
          throw refusal("not a symmetric range: '" + words.get(0) + "'");
        }
        sides.addAll(symmetric(words.get(0)));
      }
      case 2 -> {
        for (String word : words) {
          sides.add(range(word).orElseThrow(() -> refusal("not a commit range: '" + word + "'")));
        }
      }
      case 3 -> {
        for (String word : words) {
          if (revisions.find(word).isEmpty()) {
            throw refusal("not a revision: '" + word + "'");
          }
        }
        sides.addAll(three(words));
      }
      default -> throw refusal(TWO_RANGES);
    }
    return new CommitPair(sides.get(0), sides.get(1), paths);
  }

  /** Finds the range that {@code word} is; refuses a word that names nothing. */
  public Optional<CommitRange> range(String word) throws Refusal, IOException {
    Optional<RevisionWord> found = RevisionWord.find(word, revisions, walk);
    if (found.isEmpty()) {
      throw refusal("bad revision '" + word + "'");
    }
    return found.get().isRange() ? Optional.of(named(word, found.get())) : Optional.empty();
  }

  private List<CommitRange> three(List<String> words) throws Refusal, IOException {
    String base = words.get(0);
    return List.of(known(base + ".." + words.get(1)), known(base + ".." + words.get(2)));
  }

  private List<CommitRange> symmetric(String word) throws Refusal, IOException {
    int dots = word.indexOf("...");
    String before = head(word.substring(0, dots));
    String after = head(word.substring(dots + 3));
    return List.of(known(after + ".." + before), known(before + ".." + after));
  }

  private static String head(String side) {
    return side.isEmpty() ? "HEAD" : side;
  }

  private CommitRange known(String word) throws Refusal, IOException {
    Optional<RevisionWord> found = RevisionWord.find(word, revisions, walk);
    if (found.isEmpty()) {
      throw unknown(word);
    }
    return named(word, found.get());
  }

  /** Adds revisions to both sides until the paths begin. */
  private CommitPair withRest(List<CommitRange> sides, List<String> rest)
      throws Refusal, IOException {
    CommitRange before = sides.get(0);
    CommitRange after = sides.get(1);
    for (int i = 0; i < rest.size(); i++) {
      String word = rest.get(i);
      Optional<RevisionWord> more = RevisionWord.find(word, revisions, walk);
      if (more.isEmpty()) {
        checkPaths(rest.subList(i, rest.size()));
        return new CommitPair(before, after, rest.subList(i, rest.size()));
      }
      if (hasPath.test(word)) {
        throw refusal("ambiguous argument '" + word + "': both revision and filename");
      }
      CommitRange added = named(word, more.get());
      before = before.with(added);
      after = after.with(added);
    }
    return new CommitPair(before, after, List.of());
  }

  private void checkPaths(List<String> paths) throws Refusal {
    for (int i = 0; i < paths.size(); i++) {
      String path = paths.get(i);
      if (!isPattern(path) && !hasPath.test(path)) {
        throw i == 0 ? unknown(path) : refusal(path + ": no such path in the working tree.");
      }
    }
  }

  /** Whether a word looks like a pathspec, which need not be there. */
  private static boolean isPattern(String path) {
    boolean isMagic = path.startsWith(":(") || path.startsWith(":/") || path.startsWith(":!");
    return isMagic
        || path.startsWith(":^")
        || path.indexOf('*') >= 0
        || path.indexOf('?') >= 0
        || path.indexOf('[') >= 0
        || path.indexOf('\\') >= 0;
  }

  private static CommitRange named(String word, RevisionWord found) {
    return new CommitRange(word, names(found.included()), names(found.excluded()));
  }

  private static List<String> names(List<ObjectId> ids) {
    return ids.stream().map(ObjectId::name).toList();
  }

  /** Refuses a word that is neither a revision nor a path. */
  public static Refusal unknown(String word) {
    return refusal(
        "ambiguous argument '" + word + "': unknown revision or path not in the working tree.");
  }

  private static Refusal refusal(String words) {
    return Refusal.unreadable(words, Hint.line("git log --oneline --all"), Hint.again("--help"));
  }
}
