package dev.reroll.linediff;

import dev.reroll.bytes.Octets;
import dev.reroll.linediff.Compaction.GroupPlacement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Diffs lines exactly as git does, keeping its buffers from one diff to the next.
 *
 * <p>The steps: {@link Discard} trims equal ends and leaves out lines that cannot match, {@link
 * MyersSearch} finds a short path through the rest, {@link Compaction} slides each side's groups of
 * changed lines to where they read best. Every choice among equals is git's, since it shows in the
 * output; java-diff-utils and JGit choose otherwise.
 *
 * <p>Lines are ids of a {@link LineTable}, from 0 up; memory is linear in the lines and in the
 * highest id. Not for several threads at once: one engine each.
 */
public final class DiffEngine {
  private static final int CONTEXT = 3;

  private final DiffEvents events;
  private final DiffSide before = new DiffSide();
  private final DiffSide after = new DiffSide();
  private final Discard discard;
  private final MyersSearch search;
  private final Compaction compaction;

  /** Makes an engine that tells nobody which branches it takes. */
  public DiffEngine() {
    this(DiffEvents.IGNORED);
  }

  /** Makes an engine that tells {@code events} which branches it takes. */
  public DiffEngine(DiffEvents events) {
    this.events = events;
    discard = new Discard(events);
    search = new MyersSearch(events);
    compaction = new Compaction(events);
  }

  /** Returns the edits that are printed, in order: with the indent heuristic. */
  public List<Edit> edits(int[] before, int[] after, LineTable lines) {
    compare(before, after, new IndentHeuristic(lines, events));
    return collect();
  }

  /**
   * Returns the edits that are printed where no context lines are: git then first cuts a long equal
   * end off, which keeps groups from sliding into it.
   */
  public List<Edit> editsWithoutContext(int[] before, int[] after, LineTable lines) {
    int cut = CommonTail.lineCount(before, after, lines);
    return edits(
        Arrays.copyOf(before, before.length - cut),
        Arrays.copyOf(after, after.length - cut),
        lines);
  }

  /** Returns the edits without the indent heuristic, in order. */
  public List<Edit> plainEdits(int[] before, int[] after) {
    compare(before, after, GroupPlacement.BOTTOM);
    return collect();
  }

  /**
   * Returns how many lines the diff with 3 lines of context has, hunk headers included; 0 for equal
   * sides. The indent heuristic is not applied.
   */
  public int printedLength(int[] before, int[] after) {
    compare(before, after, GroupPlacement.BOTTOM);
    return countPrinted();
  }

  private void compare(int[] beforeLines, int[] afterLines, GroupPlacement placement) {
    before.load(beforeLines);
    after.load(afterLines);
    discard.apply(before, after);
    search.run(before, after);
    compaction.compact(before, after, placement);
    compaction.compact(after, before, placement);
  }

  private List<Edit> collect() {
    List<Edit> edits = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.count || j < after.count) {
      int beforeStart = i;
      int afterStart = j;
      i = skipChanged(before, i);
      j = skipChanged(after, j);
      if (i > beforeStart || j > afterStart) {
        edits.add(new Edit(beforeStart, i, afterStart, j));
      } else {
        i++;
        j++;
      }
    }
    return edits;
  }

  private static int skipChanged(DiffSide side, int from) {
    int index = from;
    while (index < side.count && side.changed[index]) {
      index++;
    }
    return index;
  }

  private int countPrinted() {
    int printed = 0;
    int gap = 0;
    int j = 0;
    for (int i = 0; i <= before.count; i++, j++, gap++) {
      int beforeEnd = skipChanged(before, i);
      int afterEnd = skipChanged(after, j);
      int changedCount = beforeEnd - i + afterEnd - j;
      if (changedCount > 0) {
        printed += changedCount + (printed == 0 ? 1 + Math.min(gap, CONTEXT) : betweenCost(gap));
        gap = 0;
        i = beforeEnd;
        j = afterEnd;
      }
    }
    return printed == 0 ? 0 : printed + Math.min(gap - 1, CONTEXT);
  }

  /** A gap is printed whole, or is the context of two hunks with a header between. */
  private static int betweenCost(int gap) {
    return Math.min(gap, 2 * CONTEXT + 1);
  }

  /**
   * Finds the equal end that git cuts off before a diff without context lines, and only before
   * such.
   *
   * <p>Of the octets that both texts have in common at the end, as many blocks of 1024 as fit are
   * cut off, save what is left of the line in which the cut lies. What is cut is not there for the
   * diff at all, so groups of changed lines cannot slide into it:
   *
   * <pre>
   *  a   a     ten copies of a line against eleven: with a context the last is the added one;
   *  …   …     without, the last one above the cut
   *  a   a
   *      a
   * </pre>
   */
  private static final class CommonTail {
    private static final int BLOCK = 1024;

    private CommonTail() {}

    /** Returns how many lines are cut off both sides. */
    static int lineCount(int[] before, int[] after, LineTable table) {
      long cut = equalOctets(before, after, table) / BLOCK * BLOCK;
      int count = 0;
      long behind = 0;
      while (count < before.length) {
        behind += table.line(before[before.length - 1 - count]).length();
        if (behind >= cut) {
          return count;
        }
        count++;
      }
      return count;
    }

    private static long equalOctets(int[] before, int[] after, LineTable table) {
      int shorter = Math.min(before.length, after.length);
      long octets = 0;
      for (int fromEnd = 1; fromEnd <= shorter; fromEnd++) {
        int line = before[before.length - fromEnd];
        int lineAfter = after[after.length - fromEnd];
        if (line != lineAfter) {
          return octets + equalEnd(table.line(line), table.line(lineAfter));
        }
        octets += table.line(line).length();
      }
      return octets;
    }

    private static int equalEnd(Octets line, Octets lineAfter) {
      int shorter = Math.min(line.length(), lineAfter.length());
      int equal = 0;
      while (equal < shorter
          && line.at(line.length() - 1 - equal) == lineAfter.at(lineAfter.length() - 1 - equal)) {
        equal++;
      }
      return equal;
    }
  }
}
