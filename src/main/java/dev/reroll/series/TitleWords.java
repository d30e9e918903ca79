package dev.reroll.series;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of a title in lower case: two titles with the same words are taken for the same,
 * whatever their punctuation.
 *
 * @param words in their order; empty for a title without letters or digits
 */
record TitleWords(List<String> words) {
  private static final int FEWEST_WORDS = 3;
  private static final int FEWEST_LETTERS = 4;

  TitleWords {
    words = List.copyOf(words);
  }

  // Spelled out, as for all that is a key on the way of every comparison.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TitleWords title && words.equals(title.words);
  }

  @Override
  public int hashCode() {
    return words.hashCode();
  }

  static TitleWords of(String title) {
    String[] words = title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1);
    List<String> kept = Arrays.stream(words).filter(word -> !word.isEmpty()).toList();
    // "[PATCH v5] Subject: add a thing" was sent by people who pasted a header.
    boolean pasted = kept.size() > 1 && kept.get(0).equals("subject");
    return new TitleWords(pasted ? kept.subList(1, kept.size()) : kept);
  }

  /** Whether one of the titles is the other with more words, or longer ones, in it. */
  boolean resembles(TitleWords other) {
    Set<String> mine = new LinkedHashSet<>(words);
    Set<String> theirs = new LinkedHashSet<>(other.words);
    return mine.size() <= theirs.size() ? isWithin(mine, theirs) : isWithin(theirs, mine);
  }

  private static boolean isWithin(Set<String> few, Set<String> many) {
    return few.size() >= FEWEST_WORDS
        && few.stream().allMatch(word -> many.contains(word) || hasLike(word, many));
  }

  private static boolean hasLike(String word, Set<String> many) {
    return many.stream().anyMatch(other -> isPart(word, other) || isPart(other, word));
  }

  private static boolean isPart(String part, String whole) {
    return part.length() >= FEWEST_LETTERS && (whole.startsWith(part) || whole.endsWith(part));
  }
}
