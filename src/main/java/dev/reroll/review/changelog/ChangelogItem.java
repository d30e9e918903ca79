package dev.reroll.review.changelog;

import dev.reroll.review.material.WordPattern;
import dev.reroll.review.result.ChangelogCheck.Changelog;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One point of a changelog, and what it names.
 *
 * @param text its lines joined, without the mark of a list
 * @param numbers the patches that it names by number
 * @param names identifiers and file names in it, in lower case
 * @param words the stems of its words, and of the parts of names
 * @param tellsNothing whether it speaks of no code: of tags, messages, the order of patches
 * @param tellsOfRebase whether it says that the series has another base
 */
record ChangelogItem(
    String text,
    Set<Integer> numbers,
    Set<String> names,
    Set<String> words,
    boolean tellsNothing,
    boolean tellsOfRebase) {
  private static final Pattern BULLET =
      Pattern.compile("(?s)\\s*+(?:[-*+•o]|\\d{1,2}[.)])\\s++\\S.*");
  private static final Pattern MARK = Pattern.compile("(?:[-*+•o]|\\d{1,2}[.)])\\s+");

  /** A line end that promises more, matched against the last characters of a line only. */
  private static final Pattern GOES_ON =
      WordPattern.compile(",$|\\<(?:an?|and|as|at|by|for|from|in|into|of|on|or|that|the|to|with)$");

  private static final int MAX_END = 8;
  private static final String LIST =
      "#?\\d{1,3}(?:(?:\\s*+[-–,&]\\s*+|\\s++and\\s++|\\s*+(?:->|→|to)\\s*+|/)#?\\d{1,3})*+";
  private static final Pattern NUMBERS =
      WordPattern.compile(
          "(?:\\<patch(?:es)?(?:[ ]?(?:no\\.?|number))?\\s*+(?:[#:]\\s*+)?+("
              + LIST
              + ")"
              + "|\\[(\\d{1,3})/\\d{1,3}]|\\<(\\d{1,3})/\\d{1,3}\\>|(?:^|\\s|\\()#(\\d{1,3})\\>"
              + "|\\<p(\\d{1,3})\\>)");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,3})\\s*+[-–]\\s*+#?(\\d{1,3})");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
  private static final Pattern REBASE = WordPattern.compile("\\<rebas\\w*+\\>");
  private static final Pattern NOTHING =
      WordPattern.compile(
          "^\\W*+(?:no(?:ne|thing)?\\>|unchanged|same as|n/?a\\W*+$|https?:\\S*+$|link: |(?:trivial"
              + " |simple )?rebas|resen[dt]\\>)|\\<no (?:functional |code )?changes?\\>"
              + "|\\<(?:tags?|acks?|acked|reviewed|tested|r-?b|rvb|rb|a-b|collect(?:ed)?|trailers?|\\w++-by|commit"
              + " (?:message|msg|log|title|description)s?|commits? messages?|subject|cover["
              + " -]?letter|change ?logs?|cc|cc'?ed|sign(?:ed)?["
              + " -]?off|re-?order(?:ed|ing)?|e-?mail)\\>");

  ChangelogItem {
    numbers = Set.copyOf(numbers);
    names = Set.copyOf(names);
    words = Set.copyOf(words);
  }

  /** Returns the points of {@code log}: list entries, or lines where it is no list. */
  static List<ChangelogItem> of(Changelog log) {
    List<ChangelogItem> items = new ArrayList<>();
    StringBuilder item = new StringBuilder();
    boolean isList = log.lines().stream().anyMatch(line -> BULLET.matcher(line).matches());
    for (String line : log.lines()) {
      boolean goesOn = !isList && goesOn(item);
      if (line.isBlank() || (!isList && !goesOn) || BULLET.matcher(line).matches()) {
        close(item, items);
      }
      item.append(item.isEmpty() ? "" : " ").append(line.strip());
    }
    close(item, items);
    return items;
  }

  private static boolean goesOn(StringBuilder item) {
    return GOES_ON.matcher(item.substring(Math.max(0, item.length() - MAX_END))).find();
  }

  private static void close(StringBuilder item, List<ChangelogItem> items) {
    String text = withoutMark(item.toString().strip());
    if (text.chars().anyMatch(Character::isLetterOrDigit)) {
      items.add(of(text));
    }
    item.setLength(0);
  }

  private static String withoutMark(String text) {
    Matcher mark = MARK.matcher(text);
    return mark.lookingAt() ? text.substring(mark.end()) : text;
  }

  private static ChangelogItem of(String text) {
    Set<String> names = new HashSet<>();
    Set<String> words = new HashSet<>();
    for (String word : ChangeWords.split(text)) {
      if (ChangeWords.isName(word)) {
        names.add(ChangeWords.plain(word));
      }
      words.addAll(ChangeWords.stems(word));
    }
    return new ChangelogItem(
        text,
        numbers(text),
        names,
        words,
        NOTHING.matcher(text).find(),
        REBASE.matcher(text).find());
  }

  private static Set<Integer> numbers(String text) {
    BitSet numbers = new BitSet();
    Matcher matcher = NUMBERS.matcher(text);
    while (matcher.find()) {
      for (int group = 1; group <= matcher.groupCount(); group++) {
        if (matcher.group(group) != null) {
          addAll(matcher.group(group), numbers);
        }
      }
    }
    return numbers.stream().boxed().collect(Collectors.toSet());
  }

  private static void addAll(String list, BitSet numbers) {
    Matcher range = RANGE.matcher(list);
    while (range.find()) {
      int first = Integer.parseInt(range.group(1));
      int last = Integer.parseInt(range.group(2));
      numbers.set(first, Math.max(first, last + 1));
    }
    Matcher number = NUMBER.matcher(list);
    while (number.find()) {
      numbers.set(Integer.parseInt(number.group()));
    }
  }

  /** Whether it names something, so that a patch without that is not meant. */
  boolean isSpecific() {
    return !numbers.isEmpty() || !names.isEmpty();
  }
}
