package dev.reroll.apply.merge;

import dev.reroll.apply.tree.BlobStore;
import dev.reroll.apply.tree.EntryMode;
import dev.reroll.apply.tree.Paths;
import dev.reroll.apply.tree.Tree.TreeFile;
import dev.reroll.bytes.Octets;
import dev.reroll.linediff.SharedChunks;
import dev.reroll.problem.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds which new file is an old one under a new name, as git's merge does: first equal files, then
 * the only two with one name in other folders, where three quarters are the same, then the pairs
 * that are most alike, at least half.
 */
final class RenameSearch {
  private static final int FULL = 60_000;
  private static final int MIN_SCORE = FULL / 2;
  private static final int MIN_OF_SAME_NAME = MIN_SCORE + (FULL - MIN_SCORE) / 2;

  /** Git compares no more than this, squared (git-config(1), {@code merge.renameLimit}). */
  private static final long MAX_FILES = 7000;

  private static final int MAX_CANDIDATES = 4;

  private final BlobStore blobs;
  private final SortedMap<Octets, TreeFile> sources;
  private final SortedMap<Octets, TreeFile> targets;
  private final SharedChunks chunks = new SharedChunks();
  private final Map<String, SharedChunks.Counted> counted = new HashMap<>();
  private final Map<Octets, Octets> sourceOf = new LinkedHashMap<>();

  private record Candidate(Octets source, Octets target, int score) {
    boolean hasSameName() {
      return Paths.name(source).equals(Paths.name(target));
    }
  }

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingInt(Candidate::score).thenComparing(Candidate::hasSameName).reversed();

  private RenameSearch(
      BlobStore blobs, SortedMap<Octets, TreeFile> sources, SortedMap<Octets, TreeFile> targets) {
    this.blobs = blobs;
    this.sources = sources;
    this.targets = targets;
  }

  /** Returns the new path of each of {@code sources} that is among {@code targets}, by old path. */
  static Map<Octets, Octets> find(
      BlobStore blobs, SortedMap<Octets, TreeFile> sources, SortedMap<Octets, TreeFile> targets)
      throws Refusal {
    RenameSearch search = new RenameSearch(blobs, filled(blobs, sources), filled(blobs, targets));
    if (!search.sources.isEmpty() && !search.targets.isEmpty()) {
      search.findEqual();
      search.findSameNames();
      search.findAlike();
    }
    Map<Octets, Octets> targetOf = new HashMap<>();
    search.sourceOf.forEach((target, source) -> targetOf.put(source, target));
    return targetOf;
  }

  /** Returns the files that are not empty: a merge follows no others. */
  private static SortedMap<Octets, TreeFile> filled(
      BlobStore blobs, SortedMap<Octets, TreeFile> files) {
    String emptyId = blobs.format().blobId(Octets.EMPTY);
    SortedMap<Octets, TreeFile> filled = new TreeMap<>(files);
    filled.values().removeIf(file -> file.id().equals(emptyId));
    return filled;
  }

  private void findEqual() {
    for (Map.Entry<Octets, TreeFile> target : targets.entrySet()) {
      Octets best = null;
      for (Map.Entry<Octets, TreeFile> source : sources.entrySet()) {
        if (isFree(source.getKey()) && isEqual(source.getValue(), target.getValue())) {
          boolean sameName = Paths.name(source.getKey()).equals(Paths.name(target.getKey()));
          best = best == null || sameName ? source.getKey() : best;
          if (sameName) {
            break;
          }
        }
      }
      if (best != null) {
        sourceOf.put(target.getKey(), best);
      }
    }
  }

  private static boolean isEqual(TreeFile source, TreeFile target) {
    return source.id().equals(target.id()) && source.mode().isSameType(target.mode());
  }

  private boolean isFree(Octets source) {
    return !sourceOf.containsValue(source);
  }

  private void findSameNames() throws Refusal {
    Map<Octets, List<Octets>> sourcesByName = byName(freeSources());
    Map<Octets, List<Octets>> targetsByName = byName(freeTargets());
    for (Map.Entry<Octets, List<Octets>> named : sourcesByName.entrySet()) {
      List<Octets> same = targetsByName.getOrDefault(named.getKey(), List.of());
      if (named.getValue().size() == 1 && same.size() == 1) {
        Octets source = named.getValue().get(0);
        if (score(source, same.get(0)) >= MIN_OF_SAME_NAME) {
          sourceOf.put(same.get(0), source);
        }
      }
    }
  }

  private static Map<Octets, List<Octets>> byName(List<Octets> paths) {
    Map<Octets, List<Octets>> byName = new LinkedHashMap<>();
    for (Octets path : paths) {
      byName.computeIfAbsent(Paths.name(path), unseen -> new ArrayList<>()).add(path);
    }
    return byName;
  }

  private List<Octets> freeSources() {
    return sources.keySet().stream().filter(this::isFree).toList();
  }

  private List<Octets> freeTargets() {
    return targets.keySet().stream().filter(path -> !sourceOf.containsKey(path)).toList();
  }

  private void findAlike() throws Refusal {
    List<Octets> before = freeSources();
    List<Octets> after = freeTargets();
    if ((long) before.size() * after.size() > MAX_FILES * MAX_FILES) {
      return;
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Octets target : after) {
      List<Candidate> ofTarget = new ArrayList<>();
      for (Octets source : before) {
        int score = score(source, target);
        if (score >= MIN_SCORE) {
          ofTarget.add(new Candidate(source, target, score));
        }
      }
      ofTarget.sort(BEST_FIRST);
      candidates.addAll(ofTarget.subList(0, Math.min(MAX_CANDIDATES, ofTarget.size())));
    }
    candidates.sort(BEST_FIRST);
    for (Candidate candidate : candidates) {
      if (isFree(candidate.source()) && !sourceOf.containsKey(candidate.target())) {
        sourceOf.put(candidate.target(), candidate.source());
      }
    }
  }

  /** Returns how alike two plain files are; 0 where that cannot be enough. */
  private int score(Octets sourcePath, Octets targetPath) throws Refusal {
    TreeFile source = Objects.requireNonNull(sources.get(sourcePath));
    TreeFile target = Objects.requireNonNull(targets.get(targetPath));
    if (!source.mode().isSameType(EntryMode.FILE) || !target.mode().isSameType(EntryMode.FILE)) {
      return 0;
    }
    long sourceSize = blobs.size(source.id());
    long targetSize = blobs.size(target.id());
    long larger = Math.max(sourceSize, targetSize);
    boolean isTooDifferent = larger * (FULL - MIN_SCORE) < Math.abs(sourceSize - targetSize) * FULL;
    if (isTooDifferent || targetSize <= 0 || sourceSize < 0) {
      return 0;
    }
    return (int) (count(source).sharedWith(count(target)) * FULL / larger);
  }

  private SharedChunks.Counted count(TreeFile file) throws Refusal {
    SharedChunks.Counted known = counted.get(file.id());
    if (known == null) {
      Octets content = blobs.read(file.id());
      known = chunks.count(content.toByteArray(), FileMerge.isBinary(content));
      counted.put(file.id(), known);
    }
    return known;
  }
}
