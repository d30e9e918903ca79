package dev.reroll.align;

import dev.reroll.align.AlignEvents.AlignEvent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Matches patches whose diff parts are equal.
 *
 * <p>New patches choose in their order. Among equal old ones the last is taken first, since git
 * puts each at the head of a chain in a hash table; and whenever that table grows or shrinks it
 * turns every chain around:
 *
 * <pre>
 *   old 0 … old 50, all equal    chain 50 49 … 1 0
 *   old 51 makes it grow         chain 0 1 … 50 51, and the next to come goes before the 0
 * </pre>
 */
final class ExactMatches {
  private static final int NONE = -1;
  private static final int FIRST_CAPACITY = 64;
  private static final int GROWTH = 4;

  private final AlignEvents events;
  private final int[] afterOf;
  private final int[] beforeOf;
  private final Map<DiffPart, Deque<Integer>> chains = new HashMap<>();
  private int capacity = FIRST_CAPACITY;
  private int entryCount;
  private boolean turned;

  ExactMatches(List<DiffPart> before, List<DiffPart> after, AlignEvents events) {
    this.events = events;
    afterOf = new int[before.size()];
    beforeOf = new int[after.size()];
    Arrays.fill(afterOf, NONE);
    Arrays.fill(beforeOf, NONE);
    for (int i = 0; i < before.size(); i++) {
      add(before.get(i), i);
    }
    for (int j = 0; j < after.size(); j++) {
      take(after.get(j), j);
    }
    chains.clear();
  }

  /** Returns the old patches that have a match. */
  BitSet matchedBefore() {
    return matched(afterOf);
  }

  /** Returns the new patches that have a match. */
  BitSet matchedAfter() {
    return matched(beforeOf);
  }

  private static BitSet matched(int[] partners) {
    BitSet matched = new BitSet();
    for (int i = 0; i < partners.length; i++) {
      matched.set(i, partners[i] != NONE);
    }
    return matched;
  }

  boolean hasBefore(int before) {
    return afterOf[before] != NONE;
  }

  boolean hasAfter(int after) {
    return beforeOf[after] != NONE;
  }

  /** Returns the old patch that equals the new one, which has a match. */
  int beforeOf(int after) {
    return beforeOf[after];
  }

  /** Returns the new patch that equals the old one, which has a match. */
  int afterOf(int before) {
    return afterOf[before];
  }

  boolean isMatch(int before, int after) {
    return beforeOf[after] == before;
  }

  /** Returns, for each new patch, the old one that equals it, or a negative number. */
  int[] beforeByAfter() {
    return beforeOf.clone();
  }

  private void add(DiffPart part, int before) {
    Deque<Integer> chain = chains.get(part);
    if (chain == null) {
      chain = new ArrayDeque<>();
      chains.put(part, chain);
    }
    if (turned) {
      chain.addLast(before);
    } else {
      chain.addFirst(before);
    }
    entryCount++;
    if (entryCount > fullCount(capacity)) {
      turn(capacity * GROWTH);
    }
  }

  private void take(DiffPart part, int after) {
    Deque<Integer> chain = chains.get(part);
    if (chain == null || chain.isEmpty()) {
      return;
    }
    int before = turned ? chain.removeLast() : chain.removeFirst();
    afterOf[before] = after;
    beforeOf[after] = before;
    events.occurred(AlignEvent.EXACT_MATCH);
    entryCount--;
    if (capacity > FIRST_CAPACITY && entryCount < fullCount(capacity) / (GROWTH + 1)) {
      turn(capacity / GROWTH);
    }
  }

  /** The table is full at 80 per cent: 51, 204, 819 entries. */
  private static int fullCount(int capacity) {
    return (int) (capacity * 80L / 100);
  }

  private void turn(int newCapacity) {
    capacity = newCapacity;
    turned = !turned;
    events.occurred(AlignEvent.EQUAL_ORDER_REVERSED);
  }
}
