package dev.reroll.review.material;

import dev.reroll.linediff.Edit;
import dev.reroll.linediff.ItemDiff;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A line as parts of words, to tell how alike two lines are.
 *
 * <p>A long name is cut where people join it, so that a line stays alike when one part of a name is
 * exchanged. Two lines are as alike as the share of their letters that both have, in the same
 * order; of words that stand for each other, the letters at both ends count.
 *
 * <pre>
 * io_uring_cmd_lease_kbuf(cmd)      io uring cmd lease   kbuf cmd
 * io_uring_cmd_provide_kbuf(cmd)    io uring cmd provide kbuf cmd     0.75
 * </pre>
 *
 * Takes time with the number of parts times that of the differences.
 */
public final class LineWords {
  /** More than any word of a language has that stands before a bracket. */
  private static final int LETTERS_OF_HEAD = 7;

  private final List<String> parts;
  private final String[] sorted;
  private final int letterCount;

  private LineWords(List<String> parts) {
    this.parts = parts;
    this.sorted = parts.toArray(new String[0]);
    Arrays.sort(sorted);
    this.letterCount = parts.stream().mapToInt(String::length).sum();
  }

  /** Cuts a line into parts of words. */
  public static LineWords of(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length() || !belongTogether(text.charAt(i - 1), text.charAt(i))) {
        if (Character.isLetterOrDigit(text.charAt(start))) {
          parts.add(text.substring(start, i).toLowerCase(Locale.ROOT));
        }
        start = i;
      }
    }
    return new LineWords(parts);
  }

  private static boolean belongTogether(char one, char next) {
    return Character.isLetterOrDigit(one)
        && Character.isLetterOrDigit(next)
        && Character.isDigit(one) == Character.isDigit(next)
        && !(Character.isLowerCase(one) && Character.isUpperCase(next));
  }

  /** Whether both set the same thing, or call the same function: all before = or ( is equal. */
  public static boolean beginAlike(String one, String other) {
    String head = head(one);
    return letters(head) >= LETTERS_OF_HEAD && head.equals(head(other));
  }

  /** Returns how many letters and digits {@code text} has. */
  public static long letters(String text) {
    return text.chars().filter(Character::isLetterOrDigit).count();
  }

  private static String head(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) != '=' && text.charAt(end) != '(') {
      end++;
    }
    return end < text.length() ? text.substring(0, end).strip() : "";
  }

  /** Returns how many letters and digits it has. */
  public int letterCount() {
    return letterCount;
  }

  /** Returns how alike both are, from 0 to 1. */
  public double likeness(LineWords other) {
    int all = letterCount + other.letterCount;
    int kept = all;
    for (Edit edit : ItemDiff.edits(parts, other.parts)) {
      List<String> old = parts.subList(edit.beforeStart(), edit.beforeEnd());
      List<String> current = other.parts.subList(edit.afterStart(), edit.afterEnd());
      kept -= letters(old) + letters(current) - 2 * spelledAlike(old, current);
    }
    return all == 0 ? 0 : (double) kept / all;
  }

  /** Returns what {@link #likeness} hardly exceeds; much faster. */
  public double maxLikeness(LineWords other) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < sorted.length && j < other.sorted.length) {
      int order = sorted[i].compareTo(other.sorted[j]);
      common += order == 0 ? sorted[i].length() : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    int all = letterCount + other.letterCount;
    return all == 0 ? 0 : 2.0 * common / all;
  }

  private static int letters(List<String> parts) {
    return parts.stream().mapToInt(String::length).sum();
  }

  /** Counts the letters at both ends of words that stand for each other. */
  private static int spelledAlike(List<String> old, List<String> current) {
    int alike = 0;
    for (int i = 0; i < old.size() && old.size() == current.size(); i++) {
      int ends = sameEnds(old.get(i), current.get(i));
      alike += 2 * ends >= Math.max(old.get(i).length(), current.get(i).length()) ? ends : 0;
    }
    return alike;
  }

  private static int sameEnds(String one, String other) {
    int least = Math.min(one.length(), other.length());
    int head = 0;
    while (head < least && one.charAt(head) == other.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < least - head
        && one.charAt(one.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
      tail++;
    }
    return head + tail;
  }
}
