package dev.reroll.review.changelog;

import dev.reroll.review.code.PatchSource;
import dev.reroll.review.code.SourceFile;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.PatchReview.HunkReview;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names of all patches of a review, and tells which of them a point of a changelog may mean. A
 * word that most titles have means none of them, and a name that many of the changed patches have
 * does not tell which.
 */
public final class SeriesNames {
  private static final int MIN_TITLES = 3;
  private static final int MAX_PERCENT = 34;

  private final List<PatchReview> patches;
  private final PatchSource.Both sources;
  private final List<PatchReview> changed;
  private final IdentityHashMap<PatchReview, PatchNames> names = new IdentityHashMap<>();
  private final Set<String> common;

  /** Collects the names of these patches; their code is read when a point is looked up. */
  public SeriesNames(List<PatchReview> patches, PatchSource.Both sources) {
    this.patches = patches;
    this.sources = sources;
    this.changed =
        patches.stream().filter(patch -> patch.kind().compareTo(ChangeKind.TAGS) > 0).toList();
    this.common = common(patches);
  }

  private static Set<String> common(List<PatchReview> patches) {
    Map<String, Integer> counts = new HashMap<>();
    for (PatchReview patch : patches) {
      Set<String> words = new HashSet<>();
      ChangeWords.split(patch.title()).forEach(word -> words.addAll(ChangeWords.stems(word)));
      words.forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    Set<String> common = new HashSet<>();
    counts.forEach(
        (word, count) -> {
          if (count >= MIN_TITLES && count * 2 > patches.size()) {
            common.add(word);
          }
        });
    return common;
  }

  /** Whether {@code item} could mean {@code patch}, even if that is not likely. */
  boolean mayMean(ChangelogItem item, PatchReview patch) {
    PatchNames own = names(patch);
    return own.isNumberedIn(item)
        || item.names().stream().anyMatch(own.names()::contains)
        || item.words().stream()
            .filter(word -> !common.contains(word))
            .anyMatch(word -> own.title().contains(word) || own.words().contains(word));
  }

  /** Whether {@code item} plainly means a patch that changed. */
  boolean meansAny(ChangelogItem item) {
    return changed.stream().anyMatch(patch -> names(patch).isNumberedIn(item))
        || item.names().stream().anyMatch(this::isOfFew)
        || item.words().stream().anyMatch(this::isOfFewTitles);
  }

  private boolean isOfFew(String name) {
    return isFew(changed.stream().filter(patch -> names(patch).names().contains(name)).count());
  }

  private boolean isOfFewTitles(String word) {
    return isFew(changed.stream().filter(patch -> names(patch).title().contains(word)).count());
  }

  private boolean isFew(long count) {
    return count == 1 || (count > 0 && 100 * count <= MAX_PERCENT * (long) patches.size());
  }

  private PatchNames names(PatchReview patch) {
    return names.computeIfAbsent(patch, key -> PatchNames.of(key, sources(key)));
  }

  private List<PatchSource> sources(PatchReview patch) {
    List<PatchSource> found = new ArrayList<>();
    patch.before().ifPresent(side -> found.add(sources.before().get(side.ordinal() - 1)));
    patch.after().ifPresent(side -> found.add(sources.after().get(side.ordinal() - 1)));
    return found;
  }

  /**
   * The names by which a changelog may mean a patch.
   *
   * @param numbers its places in both versions
   * @param title the stems of the words of its titles
   * @param names the names in its titles, paths and lines, as they were and are
   * @param words the stems of all words in its paths, and in the lines that differ
   */
  private record PatchNames(
      Set<Integer> numbers, Set<String> title, Set<String> names, Set<String> words) {
    PatchNames {
      numbers = Set.copyOf(numbers);
      title = Set.copyOf(title);
      names = Set.copyOf(names);
      words = Set.copyOf(words);
    }

    static PatchNames of(PatchReview patch, List<PatchSource> sources) {
      Set<Integer> numbers = new HashSet<>();
      Set<String> title = new HashSet<>();
      Set<String> names = new HashSet<>();
      Set<String> words = new HashSet<>();
      patch.before().ifPresent(side -> numbers.add(side.ordinal()));
      patch.after().ifPresent(side -> numbers.add(side.ordinal()));
      for (String text : titles(patch)) {
        addWords(text, title);
        addNames(text, names);
      }
      for (PatchSource source : sources) {
        source.files().forEach((path, file) -> addFile(path, file, names, words));
      }
      for (HunkReview hunk : patch.hunks()) {
        addNames(hunk.hunk().heading().toString(), names);
        hunk.hunk().lines().stream()
            .filter(line -> line.sign() != ' ')
            .map(line -> line.text().toString())
            .filter(text -> text.startsWith("+") || text.startsWith("-"))
            .forEach(text -> addWords(text, words));
      }
      return new PatchNames(numbers, title, names, words);
    }

    private static List<String> titles(PatchReview patch) {
      List<String> titles = new ArrayList<>();
      patch.before().ifPresent(side -> titles.add(side.patch().subject().toString()));
      patch.after().ifPresent(side -> titles.add(side.patch().subject().toString()));
      return titles;
    }

    private static void addFile(
        String path, PatchSource.Changed file, Set<String> names, Set<String> words) {
      names.add(path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
      addWords(path, words);
      for (SourceFile.Line line : file.source().lines()) {
        if (line.isChanged()) {
          addNames(line.text(), names);
        }
      }
    }

    private static void addNames(String text, Set<String> names) {
      for (String word : ChangeWords.split(text)) {
        names.add(ChangeWords.plain(word));
      }
    }

    private static void addWords(String text, Set<String> words) {
      for (String word : ChangeWords.split(text)) {
        words.addAll(ChangeWords.stems(word));
      }
    }

    /** Whether {@code item} names this patch by its number. */
    boolean isNumberedIn(ChangelogItem item) {
      return item.numbers().stream().anyMatch(numbers::contains);
    }
  }
}
