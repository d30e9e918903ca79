package dev.reroll.linediff;

import java.util.Map;
import java.util.TreeMap;

/** Counts how often each event occurred; its methods serve as listeners. */
public final class Tally<E extends Enum<E>> {
  private final Map<E, Long> counts = new TreeMap<>();

  /** Counts {@code event} once more. */
  public void add(E event) {
    add(event, 1);
  }

  /** Counts {@code event} so many times more. */
  public void add(E event, long times) {
    counts.merge(event, times, Long::sum);
  }

  /** Returns how often {@code event} was counted. */
  public long count(E event) {
    return counts.getOrDefault(event, 0L);
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}
