package dev.reroll.linediff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The edits between two sequences of anything that has {@code equals}, where what is kept decides a
 * judgement.
 *
 * <p>As short as the diff of lines is, without its heuristic for indents; and as bounded, so that a
 * long text is never given up. What people are shown word by word is made by {@code WordDiff}.
 */
public final class ItemDiff {
  private ItemDiff() {}

  /** Returns the edits that turn {@code before} into {@code after}, in order. */
  public static <T> List<Edit> edits(List<T> before, List<T> after) {
    Map<T, Integer> ids = new HashMap<>();
    return new DiffEngine().plainEdits(interned(before, ids), interned(after, ids));
  }

  private static <T> int[] interned(List<T> items, Map<T, Integer> ids) {
    int[] numbers = new int[items.size()];
    for (int i = 0; i < numbers.length; i++) {
      Integer known = ids.putIfAbsent(items.get(i), ids.size());
      numbers[i] = known == null ? ids.size() - 1 : known;
    }
    return numbers;
  }
}
