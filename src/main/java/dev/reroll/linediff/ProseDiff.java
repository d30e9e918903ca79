package dev.reroll.linediff;

import java.util.ArrayList;
import java.util.List;

/**
 * Two texts of prose diffed word by word, or paragraph by paragraph.
 *
 * <p>A word is a run of letters, digits and underscores, or any other single character; a run of
 * white space is one item, and any white space equals any other, so that a paragraph that was only
 * wrapped anew has no difference. What both texts have is given as the new one writes it.
 *
 * <pre>
 * before: reads two   bytes        after: reads four bytes
 * runs:   ' ' "reads ", '-' "two", '+' "four", ' ' " bytes"
 * </pre>
 *
 * <p>Time is the square of the words between the equal ends, until {@code WordDiff} gives up: then
 * all of these count as removed and added.
 */
public final class ProseDiff {
  /** With more words than this on both sides together, equal ends aside, nothing is searched. */
  public static final int MAX_WORDS = WordDiff.MAX_UNITS;

  private final List<String> before;
  private final List<String> after;
  private final List<WordRun> runs = new ArrayList<>();

  private ProseDiff(String before, String after) {
    this.before = words(before);
    this.after = words(after);
  }

  /** Returns the texts as runs of words, in order; between two edits there is something equal. */
  public static List<WordRun> runs(String before, String after) {
    return new ProseDiff(before, after).runs();
  }

  /** Returns the edits between paragraphs; white space within them does not count. */
  public static List<Edit> paragraphEdits(List<String> before, List<String> after) {
    return WordDiff.edits(plain(before), plain(after));
  }

  private static List<String> plain(List<String> paragraphs) {
    return paragraphs.stream().map(text -> text.strip().replaceAll("\\s+", " ")).toList();
  }

  private List<WordRun> runs() {
    int keptFrom = 0;
    for (Edit edit : readable(WordDiff.edits(keys(before), keys(after)))) {
      add(' ', after.subList(keptFrom, edit.afterStart()));
      add('-', before.subList(edit.beforeStart(), edit.beforeEnd()));
      add('+', after.subList(edit.afterStart(), edit.afterEnd()));
      keptFrom = edit.afterEnd();
    }
    add(' ', after.subList(keptFrom, after.size()));
    return runs;
  }

  /**
   * Joins edits between which nothing but white space is kept: a reader wants {@code the vfs_get ->
   * do_get}, not two words for one and a blank. White space that both ends then have stays outside.
   */
  private List<Edit> readable(List<Edit> edits) {
    List<Edit> joined = new ArrayList<>();
    for (Edit edit : edits) {
      int last = joined.size() - 1;
      if (last >= 0 && isBlank(joined.get(last), edit)) {
        Edit first = joined.get(last);
        joined.set(
            last,
            withoutEqualEnd(
                new Edit(
                    first.beforeStart(), edit.beforeEnd(), first.afterStart(), edit.afterEnd())));
      } else {
        joined.add(edit);
      }
    }
    return joined;
  }

  /** Whether what is kept between two edits is white space only. */
  private boolean isBlank(Edit first, Edit second) {
    return after.subList(first.afterEnd(), second.afterStart()).stream().allMatch(String::isBlank);
  }

  private Edit withoutEqualEnd(Edit edit) {
    int beforeEnd = edit.beforeEnd();
    int afterEnd = edit.afterEnd();
    while (beforeEnd > edit.beforeStart()
        && afterEnd > edit.afterStart()
        && before.get(beforeEnd - 1).isBlank()
        && after.get(afterEnd - 1).isBlank()) {
      beforeEnd--;
      afterEnd--;
    }
    return new Edit(edit.beforeStart(), beforeEnd, edit.afterStart(), afterEnd);
  }

  private void add(char sign, List<String> words) {
    if (!words.isEmpty()) {
      runs.add(new WordRun(sign, String.join("", words)));
    }
  }

  /** Returns the words as they are compared: all white space is alike. */
  private static List<String> keys(List<String> words) {
    return words.stream().map(word -> isBlank(word.charAt(0)) ? " " : word).toList();
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length() || !belongTogether(text.charAt(i - 1), text.charAt(i))) {
        words.add(text.substring(start, i));
        start = i;
      }
    }
    return words;
  }

  private static boolean belongTogether(char one, char next) {
    return (isBlank(one) && isBlank(next))
        || (isWord(one) && isWord(next))
        || Character.isSurrogatePair(one, next);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /**
   * Words that stand together: in both texts, or in one of them.
   *
   * @param sign {@code ' '} in both, {@code '-'} only in the old, {@code '+'} only in the new text
   * @param text the words and the white space between them, never empty
   */
  public record WordRun(char sign, String text) {
    public WordRun {
      if (" +-".indexOf(sign) < 0 || text.isEmpty()) {
        throw new IllegalArgumentException("no run of words: " + sign + text);
      }
    }
  }
}
