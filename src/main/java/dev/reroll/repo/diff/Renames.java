package dev.reroll.repo.diff;

import dev.reroll.bytes.Octets;
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
import org.eclipse.jgit.lib.ObjectId;

/**
 * Finds which new file is an old one under a new name, as git does by itself (git-diff(1), {@code
 * -M}; git-config(1), {@code diff.renameLimit}).
 *
 * <p>First new files that are equal to a deleted one; then files whose name without folders is that
 * of exactly one deleted and one new file, where three quarters are the same; then the pairs that
 * are most alike, at least half. The last step compares all with all, and is left out where there
 * are too many.
 */
final class Renames {
  private static final int MIN_SCORE = Similarity.FULL / 2;
  private static final int MIN_OF_SAME_NAME = MIN_SCORE + (Similarity.FULL - MIN_SCORE) / 2;

  /** Git looks at so many equal files before it takes the best of them. */
  private static final int MAX_EQUAL = 101;

  private final Similarity similarity;
  private final int limit;
  private final List<State> sources = new ArrayList<>();
  private final List<State> targets = new ArrayList<>();
  private final Map<State, State> sourceOf = new HashMap<>();
  private final Set<State> used = new HashSet<>();

  /**
   * Creates one detection.
   *
   * @param limit the last step is done for at most so many files on a side; 0 for any number
   */
  Renames(Similarity similarity, int limit) {
    this.similarity = similarity;
    this.limit = limit;
  }

  /** Returns {@code changes} with deleted and new files made into renames. */
  List<TreeChange> in(List<TreeChange> changes) throws IOException {
    for (TreeChange change : changes) {
      if (change.change() == Change.DELETED) {
        sources.add(change.before());
      } else if (change.change() == Change.ADDED) {
        targets.add(change.after());
      }
    }
    if (sources.isEmpty() || targets.isEmpty()) {
      return changes;
    }
    findEqual();
    findSameNames();
    findAlike();
    return renamed(changes);
  }

  private List<TreeChange> renamed(List<TreeChange> changes) {
    List<TreeChange> renamed = new ArrayList<>();
    for (TreeChange change : changes) {
      State source = sourceOf.get(change.after());
      if (source != null) {
        renamed.add(new TreeChange(Change.RENAMED, source, change.after()));
      } else if (change.change() != Change.DELETED || !used.contains(change.before())) {
        renamed.add(change);
      }
    }
    return renamed;
  }

  private void findEqual() {
    Map<Octets, List<State>> byContent = new HashMap<>();
    for (State source : sources) {
      byContent.computeIfAbsent(contentKey(source), unseen -> new ArrayList<>()).add(source);
    }
    for (State target : targets) {
      List<State> equal = byContent.getOrDefault(contentKey(target), List.of());
      int best = -1;
      State found = target;
      int looked = 0;
      for (State source : equal) {
        if (used.contains(source)) {
          continue;
        }
        int score = 1 + (hasSameName(source, target) ? 1 : 0);
        if (score > best) {
          best = score;
          found = source;
        }
        if (++looked > MAX_EQUAL || best == 2) {
          break;
        }
      }
      if (best >= 0) {
        record(found, target);
      }
    }
  }

  /** Files with the same key have equal content; other than regular ones must be of a kind, too. */
  private static Octets contentKey(State state) {
    return Octets.utf8(state.id().name() + (state.isRegular() ? "" : " " + state.mode()));
  }

  private void findSameNames() throws IOException {
    Map<Octets, List<State>> sourcesByName = byName(sources);
    Map<Octets, List<State>> targetsByName = byName(targets);
    for (Map.Entry<Octets, List<State>> named : sourcesByName.entrySet()) {
      List<State> same = targetsByName.getOrDefault(named.getKey(), List.of());
      if (named.getValue().size() == 1 && same.size() == 1) {
        State source = named.getValue().get(0);
        if (similarity.of(source, same.get(0), MIN_SCORE) >= MIN_OF_SAME_NAME) {
          record(source, same.get(0));
        }
      }
    }
  }

  /** Groups the files that are still alone by their name without folders. */
  private Map<Octets, List<State>> byName(List<State> states) {
    Map<Octets, List<State>> byName = new HashMap<>();
    for (State state : states) {
      if (isAlone(state)) {
        byName.computeIfAbsent(nameOf(state), unseen -> new ArrayList<>()).add(state);
      }
    }
    return byName;
  }

  private void findAlike() throws IOException {
    List<State> before = sources.stream().filter(this::isAlone).toList();
    List<State> after = targets.stream().filter(this::isAlone).toList();
    if (limit > 0 && (long) before.size() * after.size() > (long) limit * limit) {
      return;
    }
    List<RenameCandidate> candidates = new ArrayList<>();
    for (State target : after) {
      RenameCandidate.Best best = new RenameCandidate.Best();
      for (State source : before) {
        int score = similarity.of(source, target, MIN_SCORE);
        best.offer(new RenameCandidate(source, target, score, hasSameName(source, target)));
      }
      candidates.addAll(best.all());
    }
    candidates.sort(RenameCandidate::compareTo);
    for (RenameCandidate candidate : candidates) {
      if (candidate.score() >= MIN_SCORE
          && isAlone(candidate.before())
          && isAlone(candidate.after())) {
        record(candidate.before(), candidate.after());
      }
    }
  }

  private boolean isAlone(State state) {
    return !used.contains(state) && !sourceOf.containsKey(state);
  }

  private void record(State source, State target) {
    used.add(source);
    sourceOf.put(target, source);
  }

  private static boolean hasSameName(State one, State other) {
    return nameOf(one).equals(nameOf(other));
  }

  private static Octets nameOf(State state) {
    Octets path = state.path();
    int start = path.length();
    while (start > 0 && path.at(start - 1) != '/') {
      start--;
    }
    return path.slice(start);
  }

  /**
   * A deleted and a new file that may be the same. The most alike come first; of equals, those with
   * the same name but for folders.
   *
   * @param score how alike they are, up to {@link Similarity#FULL}
   */
  private record RenameCandidate(State before, State after, int score, boolean sameName)
      implements Comparable<RenameCandidate> {
    @Override
    public int compareTo(RenameCandidate other) {
      int byScore = Integer.compare(other.score, score);
      return byScore != 0 ? byScore : Boolean.compare(other.sameName, sameName);
    }

    /** Keeps the four best candidates of one new file, in git's places. */
    static final class Best {
      private static final int MAX_KEPT = 4;

      private final List<RenameCandidate> kept = new ArrayList<>();

      /** Takes {@code candidate} in the place of the worst, where it is better. */
      void offer(RenameCandidate candidate) {
        if (kept.size() < MAX_KEPT) {
          kept.add(candidate);
          return;
        }
        int worst = 0;
        for (int i = 1; i < MAX_KEPT; i++) {
          worst = kept.get(i).compareTo(kept.get(worst)) > 0 ? i : worst;
        }
        if (kept.get(worst).compareTo(candidate) > 0) {
          kept.set(worst, candidate);
        }
      }

      List<RenameCandidate> all() {
        return kept;
      }
    }
  }

  /**
   * How much of one file is in another, as git's rename detection does (git-diff(1), {@code -M}).
   *
   * <p>What both files have of the same {@link SharedChunks chunks}, in octets, against the size of
   * the larger file, is the score.
   */
  static final class Similarity {
    /** The score of equal files. */
    static final int FULL = 60_000;

    private final Contents contents;
    private final SharedChunks chunks = new SharedChunks();
    private final Map<ObjectId, Counted> counted = new HashMap<>();

    Similarity(Contents contents) {
      this.contents = contents;
    }

    /** Returns the score of two regular files; 0 where it cannot reach {@code minScore}. */
    int of(State before, State after, int minScore) throws IOException {
      if (!before.isRegular() || !after.isRegular()) {
        return 0;
      }
      long beforeSize = contents.sizeOf(before);
      long afterSize = contents.sizeOf(after);
      long larger = Math.max(beforeSize, afterSize);
      if (larger * (FULL - minScore) < Math.abs(beforeSize - afterSize) * FULL || afterSize == 0) {
        return 0;
      }
      return (int) (count(before).sharedWith(count(after)) * FULL / larger);
    }

    /** Returns how many octets of each chunk a file has. */
    private Counted count(State state) throws IOException {
      Counted known = counted.get(state.id());
      if (known == null) {
        byte[] content = contents.of(state);
        known = chunks.count(content, contents.isBinary(state, content));
        counted.put(state.id(), known);
      }
      return known;
    }
  }
}
