package dev.reroll.review.kinds;

import dev.reroll.review.code.ChangeFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells whether the same changes stand in the same places, as far as the unchanged lines around
 * them show it.
 *
 * <p>A block of changes without unchanged lines within is in its place if
 *
 * <ul>
 *   <li>it removes a line that says something, or one that says something stands before it in both
 *       versions, or behind it in both; and
 *   <li>no line went from before it to behind it, or the other way.
 * </ul>
 *
 * <pre>
 *  a        a        the line b went from behind the change to before it:
 * +new      b        the change has moved, although its own line is the same
 *  b       +new
 * </pre>
 */
final class Placement {
  private final ChangeFlow before;
  private final ChangeFlow after;

  /** Takes two flows whose items are equal, one by one. */
  Placement(ChangeFlow before, ChangeFlow after) {
    this.before = before;
    this.after = after;
  }

  /** Returns how many items stand in another place than they did. */
  int movedCount() {
    int moved = 0;
    List<Integer> borders = borders();
    for (int i = 0; i + 1 < borders.size(); i++) {
      int start = borders.get(i);
      int end = borders.get(i + 1);
      moved += isInPlace(start, end) ? 0 : end - start;
    }
    return moved;
  }

  /** Returns the indices of the gaps between blocks, the outer two included. */
  private List<Integer> borders() {
    Set<Integer> borders = new TreeSet<>(List.of(0, after.items().size()));
    for (int i = 0; i < after.gaps().size(); i++) {
      if (!after.gaps().get(i).isEmpty() || !before.gaps().get(i).isEmpty()) {
        borders.add(i);
      }
    }
    return List.copyOf(borders);
  }

  private boolean isInPlace(int start, int end) {
    return !isTornAt(start) && !isTornAt(end) && isAnchored(start, end) && !isCrossed(start, end);
  }

  /** Whether unchanged lines stand within a run of changes on one side only. */
  private boolean isTornAt(int gap) {
    boolean isInner = gap > 0 && gap < after.items().size();
    return isInner && before.gaps().get(gap).isEmpty() != after.gaps().get(gap).isEmpty();
  }

  private boolean isAnchored(int start, int end) {
    for (int i = start; i < end; i++) {
      ChangeFlow.Item item = after.items().get(i);
      if (item.sign() == '-' && saysSomething(item.token().text())) {
        return true;
      }
    }
    return isSame(start) || isSame(end) || shares(start) || shares(end);
  }

  private boolean isSame(int gap) {
    return before.gaps().get(gap).equals(after.gaps().get(gap));
  }

  private boolean shares(int gap) {
    List<String> old = before.gaps().get(gap);
    return after.gaps().get(gap).stream()
        .anyMatch(line -> saysSomething(line) && old.contains(line));
  }

  private boolean isCrossed(int start, int end) {
    return goes(start, end) || goes(end, start);
  }

  /** Whether a line left one gap and came into the other. */
  private boolean goes(int from, int to) {
    List<String> lost = without(before.gaps().get(from), after.gaps().get(from));
    List<String> gained = without(after.gaps().get(to), before.gaps().get(to));
    return lost.stream().anyMatch(gained::contains);
  }

  private static List<String> without(List<String> lines, List<String> others) {
    List<String> left = new ArrayList<>(lines);
    others.forEach(left::remove);
    return left;
  }

  private static boolean saysSomething(String line) {
    return line.chars().filter(Character::isLetterOrDigit).count() >= 3;
  }
}
