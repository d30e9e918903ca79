package dev.reroll.linediff;

import dev.reroll.bytes.Octets;
import dev.reroll.linediff.SharedChunks.Counted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds which new file is an old one under a new name, as git's diff and its merge do (git-diff(1),
 * {@code -M}; git-config(1), {@code diff.renameLimit} and {@code merge.renameLimit}).
 *
 * <p>First new files that are equal to an old one; then files whose name without folders is that of
 * exactly one old and one new file, where three quarters are the same; then the pairs that are most
 * alike, at least half. The last step compares all with all, and is left out where there are too
 * many.
 *
 * <p>How alike two files are is what both have of the same {@link SharedChunks chunks}, in octets,
 * against the size of the larger one.
 *
 * @param <F> a file of either side
 * @param <E> what reading a file may throw
 */
public final class RenameDetector<F, E extends Exception> {
  private static final int FULL = 60_000;
  private static final int MIN_SCORE = FULL / 2;
  private static final int MIN_OF_SAME_NAME = MIN_SCORE + (FULL - MIN_SCORE) / 2;

  /** Git looks at so many equal files before it takes the best of them. */
  private static final int MAX_EQUAL = 101;

  private final Files<F, E> files;
  private final int limit;
  private final SharedChunks chunks = new SharedChunks();
  private final Map<String, Counted> counted = new HashMap<>();
  private final Map<Octets, F> sources = new LinkedHashMap<>();
  private final Map<Octets, F> targets = new LinkedHashMap<>();
  private final Map<Octets, Octets> sourceOf = new LinkedHashMap<>();
  private final Set<Octets> used = new HashSet<>();

  /** What is asked about files. */
  public interface Files<F, E extends Exception> {
    /** Returns where the file is. */
    Octets path(F file);

    /** Returns what two files have in common only if their contents are equal. */
    String id(F file);

    /** Returns the digits of the file's mode. */
    String mode(F file);

    /** Whether it is a plain file, executable or not. */
    boolean isRegular(F file);

    /** Returns the size of a plain file in octets; less than 0 if it is not known. */
    long size(F file) throws E;

    /** Returns what {@code chunks} counts in a plain file. */
    Counted count(F file, SharedChunks chunks) throws E;
  }

  /**
   * Creates one detection.
   *
   * @param limit the last step is done for at most so many files on a side; 0 for any number
   */
  public RenameDetector(Files<F, E> files, int limit) {
    this.files = files;
    this.limit = limit;
  }

  /** Returns the old path of each new file that is an old one, by its new path. */
  public Map<Octets, Octets> find(Collection<F> removed, Collection<F> added) throws E {
    removed.forEach(file -> sources.put(files.path(file), file));
    added.forEach(file -> targets.put(files.path(file), file));
    if (!sources.isEmpty() && !targets.isEmpty()) {
      findEqual();
      findSameNames();
      findAlike();
    }
    return sourceOf;
  }

  private void findEqual() {
    Map<String, List<Octets>> byContent = new HashMap<>();
    sources.forEach(
        (path, file) ->
            byContent.computeIfAbsent(contentKey(file), unseen -> new ArrayList<>()).add(path));
    for (Map.Entry<Octets, F> target : targets.entrySet()) {
      List<Octets> equal = byContent.getOrDefault(contentKey(target.getValue()), List.of());
      List<Octets> free =
          equal.stream().filter(path -> !used.contains(path)).limit(MAX_EQUAL).toList();
      Octets name = name(target.getKey());
      free.stream()
          .filter(path -> name(path).equals(name))
          .findFirst()
          .or(() -> free.stream().findFirst())
          .ifPresent(source -> record(source, target.getKey()));
    }
  }

  /** Files with the same key have equal content; other than plain ones must be of a kind, too. */
  private String contentKey(F file) {
    return files.isRegular(file) ? files.id(file) : files.id(file) + " " + files.mode(file);
  }

  private void findSameNames() throws E {
    Map<Octets, List<Octets>> sourcesByName = byName(freeSources());
    Map<Octets, List<Octets>> targetsByName = byName(freeTargets());
    for (Map.Entry<Octets, List<Octets>> named : sourcesByName.entrySet()) {
      List<Octets> same = targetsByName.getOrDefault(named.getKey(), List.of());
      if (named.getValue().size() == 1 && same.size() == 1) {
        Octets source = named.getValue().get(0);
        if (score(source, same.get(0)) >= MIN_OF_SAME_NAME) {
          record(source, same.get(0));
        }
      }
    }
  }

  private static Map<Octets, List<Octets>> byName(List<Octets> paths) {
    Map<Octets, List<Octets>> byName = new LinkedHashMap<>();
    for (Octets path : paths) {
      byName.computeIfAbsent(name(path), unseen -> new ArrayList<>()).add(path);
    }
    return byName;
  }

  private void findAlike() throws E {
    List<Octets> before = freeSources();
    List<Octets> after = freeTargets();
    if (limit > 0 && (long) before.size() * after.size() > (long) limit * limit) {
      return;
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Octets target : after) {
      Best best = new Best();
      for (Octets source : before) {
        best.offer(
            new Candidate(
                source, target, score(source, target), name(source).equals(name(target))));
      }
      candidates.addAll(best.kept);
    }
    candidates.sort(Candidate::compareTo);
    for (Candidate candidate : candidates) {
      boolean isFree =
          !used.contains(candidate.source()) && !sourceOf.containsKey(candidate.target());
      if (candidate.score() >= MIN_SCORE && isFree) {
        record(candidate.source(), candidate.target());
      }
    }
  }

  private List<Octets> freeSources() {
    return sources.keySet().stream().filter(path -> !used.contains(path)).toList();
  }

  private List<Octets> freeTargets() {
    return targets.keySet().stream().filter(path -> !sourceOf.containsKey(path)).toList();
  }

  private void record(Octets source, Octets target) {
    used.add(source);
    sourceOf.put(target, source);
  }

  /** Returns how alike two files are; 0 where that cannot be enough. */
  private int score(Octets sourcePath, Octets targetPath) throws E {
    F source = sources.get(sourcePath);
    F target = targets.get(targetPath);
    if (source == null || target == null || !files.isRegular(source) || !files.isRegular(target)) {
      return 0;
    }
    long sourceSize = files.size(source);
    long targetSize = files.size(target);
    long larger = Math.max(sourceSize, targetSize);
    boolean isTooDifferent = larger * (FULL - MIN_SCORE) < Math.abs(sourceSize - targetSize) * FULL;
    if (isTooDifferent || targetSize <= 0 || sourceSize < 0) {
      return 0;
    }
    return (int) (count(source).sharedWith(count(target)) * FULL / larger);
  }

  private Counted count(F file) throws E {
    Counted known = counted.get(files.id(file));
    if (known == null) {
      known = files.count(file, chunks);
      counted.put(files.id(file), known);
    }
    return known;
  }

  private static Octets name(Octets path) {
    int start = path.length();
    while (start > 0 && path.at(start - 1) != '/') {
      start--;
    }
    return path.slice(start);
  }

  /**
   * An old and a new file that may be the same. The most alike come first; of equals, those with
   * the same name but for folders.
   *
   * @param score how alike they are, up to {@link #FULL}
   */
  private record Candidate(Octets source, Octets target, int score, boolean sameName)
      implements Comparable<Candidate> {
    @Override
    public int compareTo(Candidate other) {
      int byScore = Integer.compare(other.score, score);
      return byScore != 0 ? byScore : Boolean.compare(other.sameName, sameName);
    }
  }

  /** The four best candidates of one new file, in git's places. */
  private static final class Best {
    private static final int MAX_KEPT = 4;

    private final List<Candidate> kept = new ArrayList<>();

    /** Takes {@code candidate} in the place of the worst, where it is better. */
    void offer(Candidate candidate) {
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
  }
}
