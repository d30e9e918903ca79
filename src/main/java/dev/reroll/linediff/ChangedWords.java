package dev.reroll.linediff;

import dev.reroll.bytes.Octets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the words in which two lines differ, for people to read.
 *
 * <p>A word is a run of letters and digits (every octet above ASCII counts as a letter, so that no
 * character is torn), or a run of blanks; any other octet is a word of its own, the underscore too,
 * so that the part of a name that changed is found. They are diffed by {@code WordDiff}. Then what
 * reads badly is joined: two changes with nothing but blanks, or with fewer than {@value
 * #SHORT_ISLAND} octets, between them become one.
 *
 * <pre>
 * before  raw = (val * 2 / 125) &amp; 0xfff;
 * after   raw = DIV_ROUND(val * 2, 125);
 *               ^^^^^^^^^^       ^    ^
 * </pre>
 *
 * <p>Lines longer than {@value #MAX_OCTETS} octets, and lines that share less than a third of their
 * text, are not taken apart: the whole line changed. Keeps its words between calls; not for several
 * threads at once.
 */
public final class ChangedWords {
  private static final int MAX_OCTETS = 2_000;
  private static final int SHORT_ISLAND = 3;

  private final LineTable words = new LineTable();

  /**
   * A line taken apart.
   *
   * @param ids a number for each word
   * @param ends where each word ends, in octets
   */
  private record SplitLine(List<Integer> ids, List<Integer> ends) {
    int start(int index) {
      return index == 0 ? 0 : ends.get(index - 1);
    }
  }

  /**
   * Returns what changed, in octets of the two lines, in order; nothing where the lines are equal,
   * too long, or have too little in common to be worth marking.
   */
  public List<Edit> edits(Octets before, Octets after) {
    if (before.equals(after) || before.length() > MAX_OCTETS || after.length() > MAX_OCTETS) {
      return List.of();
    }
    SplitLine old = split(before);
    SplitLine current = split(after);
    List<Edit> edits = new ArrayList<>();
    for (Edit edit : WordDiff.edits(old.ids(), current.ids())) {
      addJoined(inOctets(edit, old, current), before, edits);
    }
    return isWorthMarking(edits, before, after) ? edits : List.of();
  }

  private static Edit inOctets(Edit edit, SplitLine before, SplitLine after) {
    return new Edit(
        before.start(edit.beforeStart()),
        before.start(edit.beforeEnd()),
        after.start(edit.afterStart()),
        after.start(edit.afterEnd()));
  }

  private static void addJoined(Edit edit, Octets before, List<Edit> edits) {
    int last = edits.size() - 1;
    if (last >= 0 && isIsland(before, edits.get(last).beforeEnd(), edit.beforeStart())) {
      Edit first = edits.get(last);
      edits.set(
          last,
          new Edit(first.beforeStart(), edit.beforeEnd(), first.afterStart(), edit.afterEnd()));
    } else {
      edits.add(edit);
    }
  }

  private static boolean isIsland(Octets text, int from, int to) {
    if (to - from < SHORT_ISLAND) {
      return true;
    }
    for (int i = from; i < to; i++) {
      if (!isBlank(text.at(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWorthMarking(List<Edit> edits, Octets before, Octets after) {
    int changed = 0;
    for (Edit edit : edits) {
      changed += edit.beforeEnd() - edit.beforeStart() + edit.afterEnd() - edit.afterStart();
    }
    return 3L * changed <= 2L * (before.length() + after.length());
  }

  private SplitLine split(Octets line) {
    byte[] array = line.toByteArray();
    List<Integer> ids = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (int from = 0; from < array.length; ) {
      int to = endOfWord(array, from);
      ids.add(words.intern(array, from, to));
      ends.add(to);
      from = to;
    }
    return new SplitLine(ids, ends);
  }

  static int endOfWord(byte[] line, int from) {
    int to = from + 1;
    if (isBlank(line[from])) {
      while (to < line.length && isBlank(line[to])) {
        to++;
      }
    } else if (isLetter(line[from])) {
      while (to < line.length && isLetter(line[to])) {
        to++;
      }
    }
    return to;
  }

  static boolean isBlank(byte octet) {
    return octet == ' ' || octet == '\t';
  }

  private static boolean isLetter(byte octet) {
    return octet < 0
        || (octet >= '0' && octet <= '9')
        || (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z');
  }
}
