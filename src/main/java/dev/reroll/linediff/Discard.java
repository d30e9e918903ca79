package dev.reroll.linediff;

import dev.reroll.linediff.DiffEvents.DiffEvent;

/**
 * Trims what is equal at both ends and leaves out the lines that cannot, or will hardly, match.
 *
 * <p>Each line between the trimmed ends is classified by how often it occurs on the whole other
 * side: never, so it is changed and the search need not see it; <em>frequent</em>, at least as
 * often as a limit made from the length of its own side; or else kept. A frequent line is left out
 * too when lines that match nowhere surround it, since a match there would be chance:
 *
 * <pre>
 *  before    on the other side
 *  +foo()    never      left out
 *  +         90 times   left out: one frequent line among many that match nowhere
 *  +bar()    never      left out
 *  +baz()    never      left out
 *   qux()    once       kept
 * </pre>
 *
 * <p>Time: linear, save that a frequent line looks at up to 100 neighbours each way.
 */
final class Discard {
  private static final int FREQUENT_LIMIT = 1024;
  private static final int WINDOW = 100;

  private enum Kind {
    KEPT,
    UNMATCHED,
    FREQUENT
  }

  private final DiffEvents events;
  private int[] occurrences = {};
  private Kind[] kinds = {};
  private int start;
  private int endCut;

  Discard(DiffEvents events) {
    this.events = events;
  }

  /** Fills the kept lines of both sides, and marks the lines left out as changed. */
  void apply(DiffSide before, DiffSide after) {
    trim(before, after);
    if (trimmedCount(before) == 0 || trimmedCount(after) == 0) {
      changeAll(before);
      changeAll(after);
      return;
    }
    growOccurrences(Math.max(highest(before), highest(after)));
    select(before, after);
    select(after, before);
  }

  private void trim(DiffSide before, DiffSide after) {
    int[] beforeLines = before.lines;
    int[] afterLines = after.lines;
    int limit = Math.min(before.count, after.count);
    int equal = 0;
    while (equal < limit && beforeLines[equal] == afterLines[equal]) {
      equal++;
    }
    start = equal;
    limit -= equal;
    equal = 0;
    while (equal < limit
        && beforeLines[before.count - 1 - equal] == afterLines[after.count - 1 - equal]) {
      equal++;
    }
    endCut = equal;
  }

  private int trimmedCount(DiffSide side) {
    return side.count - endCut - start;
  }

  private void changeAll(DiffSide side) {
    for (int i = start; i < side.count - endCut; i++) {
      side.changed[i] = true;
    }
  }

  private static int highest(DiffSide side) {
    int highest = 0;
    for (int line : side.lines) {
      highest = Math.max(highest, line);
    }
    return highest;
  }

  private void growOccurrences(int highestLine) {
    if (occurrences.length <= highestLine) {
      occurrences = new int[Math.max(highestLine + 1, occurrences.length * 2)];
    }
  }

  private void select(DiffSide side, DiffSide other) {
    for (int line : other.lines) {
      occurrences[line]++;
    }
    boolean anyFrequent = classify(side);
    for (int line : other.lines) {
      occurrences[line] = 0;
    }
    for (int i = start; i < side.count - endCut; i++) {
      if (kinds[i] == Kind.KEPT || (anyFrequent && isFrequentAndKept(side, i))) {
        side.keep(i);
      } else {
        side.changed[i] = true;
      }
    }
  }

  /** Fills {@link #kinds} for the trimmed part and returns whether any line is frequent. */
  private boolean classify(DiffSide side) {
    if (kinds.length < side.count) {
      kinds = new Kind[Math.max(side.count, kinds.length * 2)];
    }
    int limit = Math.min(Root.of(side.count), FREQUENT_LIMIT);
    boolean anyFrequent = false;
    for (int i = start; i < side.count - endCut; i++) {
      int found = occurrences[side.lines[i]];
      if (found == 0) {
        kinds[i] = Kind.UNMATCHED;
        events.occurred(DiffEvent.LINE_DISCARDED);
      } else if (found < limit) {
        kinds[i] = Kind.KEPT;
      } else {
        kinds[i] = Kind.FREQUENT;
        anyFrequent = true;
      }
    }
    return anyFrequent;
  }

  private boolean isFrequentAndKept(DiffSide side, int index) {
    if (kinds[index] != Kind.FREQUENT) {
      return false;
    }
    boolean kept = !isSurrounded(index, side.count - endCut);
    events.occurred(kept ? DiffEvent.FREQUENT_LINE_KEPT : DiffEvent.FREQUENT_LINE_DISCARDED);
    return kept;
  }

  /** Whether the frequent line at {@code index} stands among lines that match nowhere. */
  private boolean isSurrounded(int index, int end) {
    int top = Math.max(start - 1, index - 1 - WINDOW);
    int first = index - 1;
    int unmatchedAbove = 0;
    for (; first > top && kinds[first] != Kind.KEPT; first--) {
      unmatchedAbove += kinds[first] == Kind.UNMATCHED ? 1 : 0;
    }
    int bottom = Math.min(end, index + 1 + WINDOW);
    int last = index + 1;
    int unmatchedBelow = 0;
    for (; last < bottom && kinds[last] != Kind.KEPT; last++) {
      unmatchedBelow += kinds[last] == Kind.UNMATCHED ? 1 : 0;
    }
    if (unmatchedAbove == 0 || unmatchedBelow == 0) {
      return false;
    }
    // The line itself counts twice, once for each direction.
    int seen = last - first;
    int frequent = seen - unmatchedAbove - unmatchedBelow;
    return 4 * frequent < seen;
  }

  /** Gives the rough square root from which the limits of discarding and searching are made. */
  static final class Root {
    private Root() {}

    /**
     * Returns the smallest power of two whose square is greater than {@code number}.
     *
     * <p>{@code of(0) = 1, of(4) = 4, of(255) = 16, of(256) = 32}.
     */
    static int of(int number) {
      int root = 1;
      while ((long) root * root <= number) {
        root *= 2;
      }
      return root;
    }
  }
}
