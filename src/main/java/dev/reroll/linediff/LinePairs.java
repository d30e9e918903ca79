package dev.reroll.linediff;

import dev.reroll.bytes.Octets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pairs the removed lines of one change with the added lines that replace them, in order.
 *
 * <p>The likeness of two lines is the share of their text that lies in words which both have; the
 * pairs chosen are those with the greatest sum of likeness among all that do not cross, and lines
 * that share less than {@value #MIN_PERCENT} % are never paired. Time is the product of the line
 * counts times the words of a line; where that product is above {@value #MAX_CELLS}, lines are
 * paired one by one as long as they are alike.
 *
 * <pre>
 * - a = read(b);          + lock();
 * - return a;             + a = read(b, c);    a = read(b) : a = read(b, c)
 *                         + return a;          return a    : return a
 * </pre>
 */
public final class LinePairs {
  /** Stands for no partner. */
  public static final int NONE = -1;

  private static final int MAX_CELLS = 4_096;
  private static final int MIN_PERCENT = 34;

  private final LineTable table = new LineTable();

  /**
   * Holds the words of a line that are not blank.
   *
   * @param ids sorted
   * @param size how many octets they have together
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, never leaves this class.
  private record Bag(int[] ids, int size) {}

  /**
   * Returns, for each line of {@code before}, the index of its partner in {@code after}, or {@link
   * #NONE}; partners rise.
   */
  public int[] partners(List<Octets> before, List<Octets> after) {
    List<Bag> old = bags(before);
    List<Bag> current = bags(after);
    return (long) old.size() * current.size() > MAX_CELLS
        ? oneByOne(old, current)
        : best(old, current);
  }

  private int[] oneByOne(List<Bag> before, List<Bag> after) {
    int[] partners = unpaired(before.size());
    for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
      partners[i] = likeness(before.get(i), after.get(i)) > 0 ? i : NONE;
    }
    return partners;
  }

  private int[] best(List<Bag> before, List<Bag> after) {
    int[][] sums = new int[before.size() + 1][after.size() + 1];
    int[][] likeness = new int[before.size()][after.size()];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        likeness[i][j] = likeness(before.get(i), after.get(j));
        int single = Math.max(sums[i + 1][j], sums[i][j + 1]);
        sums[i][j] = Math.max(single, likeness[i][j] + sums[i + 1][j + 1]);
      }
    }
    return walk(sums, likeness);
  }

  private static int[] walk(int[][] sums, int[][] likeness) {
    int[] partners = unpaired(likeness.length);
    int i = 0;
    int j = 0;
    while (i < likeness.length && j < likeness[i].length) {
      if (likeness[i][j] > 0 && sums[i][j] == likeness[i][j] + sums[i + 1][j + 1]) {
        partners[i++] = j++;
      } else if (sums[i][j] == sums[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
    return partners;
  }

  private static int[] unpaired(int count) {
    int[] partners = new int[count];
    Arrays.fill(partners, NONE);
    return partners;
  }

  /** Returns how alike two lines are, up to 100; 0 where that is too little. */
  private int likeness(Bag before, Bag after) {
    int total = before.size() + after.size();
    if (total == 0 || 200L * Math.min(before.size(), after.size()) < MIN_PERCENT * (long) total) {
      return 0;
    }
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < before.ids().length && j < after.ids().length) {
      int order = Integer.compare(before.ids()[i], after.ids()[j]);
      common += order == 0 ? table.line(before.ids()[i]).length() : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    int percent = (int) (200L * common / total);
    return percent < MIN_PERCENT ? 0 : percent;
  }

  private List<Bag> bags(List<Octets> lines) {
    List<Bag> bags = new ArrayList<>();
    for (Octets line : lines) {
      bags.add(bag(line.toByteArray()));
    }
    return bags;
  }

  private Bag bag(byte[] line) {
    int[] ids = new int[line.length];
    int count = 0;
    int size = 0;
    for (int from = 0; from < line.length; ) {
      int to = ChangedWords.endOfWord(line, from);
      if (!ChangedWords.isBlank(line[from])) {
        ids[count++] = table.intern(line, from, to);
        size += to - from;
      }
      from = to;
    }
    int[] sorted = Arrays.copyOf(ids, count);
    Arrays.sort(sorted);
    return new Bag(sorted, size);
  }
}
