package dev.reroll.review.changelog;

import dev.reroll.review.code.PatchSource;
import dev.reroll.review.code.SourceFile;
import dev.reroll.review.result.HunkReview;
import dev.reroll.review.result.PatchReview;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names by which a changelog may mean a patch.
 *
 * @param numbers its places in both versions
 * @param title the stems of the words of its titles
 * @param names the names in its titles, paths and lines, as they were and are
 * @param words the stems of all words in its paths, and in the lines that differ
 */
record PatchNames(Set<Integer> numbers, Set<String> title, Set<String> names, Set<String> words) {
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
