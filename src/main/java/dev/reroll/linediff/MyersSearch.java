package dev.reroll.linediff;

import dev.reroll.linediff.DiffEvents.DiffEvent;
import dev.reroll.linediff.Discard.Root;
import dev.reroll.linediff.Frontier.BackwardFrontier;
import dev.reroll.linediff.Frontier.ForwardFrontier;
import dev.reroll.linediff.Frontier.Split;
import java.util.Optional;

/**
 * Finds which kept lines are changed: Myers' divide and conquer, with two shortcuts for what would
 * take too long.
 *
 * <p>A box is split at a point of a cheap path from its start to its end, and both parts are
 * searched in turn. Usually the point is where a forward and a backward frontier meet, which lies
 * on a shortest path. When the frontiers have cost more than 256 steps, the end of a long row of
 * equal lines is taken instead; when they have cost about the square root of all lines, whatever
 * point has come furthest.
 *
 * <pre>
 *        after         a box; the forward frontier grows from F, the backward one from B.
 *      F───────┐       Down is an old line removed, right a new line added, diagonal
 * b    │ ╲     │       an equal line.
 * e    │  ╲ │  │
 * f    │   ╲│  │
 * ore  └───────B
 * </pre>
 *
 * <p>Time O((N + M) × D) for D changed lines while D is small, about O((N + M)^1.5) beyond. Memory:
 * linear. Source: E. Myers, "An O(ND) difference algorithm and its variations", 1986, section 4b;
 * the shortcuts and the order of the diagonals are git's, since ties show in the output.
 */
final class MyersSearch {
  private static final int MIN_COST_LIMIT = 256;

  private final DiffEvents events;
  private final ForwardFrontier forward = new ForwardFrontier();
  private final BackwardFrontier backward = new BackwardFrontier();
  private int costLimit;

  MyersSearch(DiffEvents events) {
    this.events = events;
  }

  /** Marks the changed ones among the kept lines of both sides. */
  void run(DiffSide before, DiffSide after) {
    forward.load(before, after);
    backward.load(before, after);
    costLimit = Math.max(MIN_COST_LIMIT, Root.of(before.keptCount + after.keptCount + 3));
    search(new Box(0, before.keptCount, 0, after.keptCount, false), before, after);
  }

  private void search(Box whole, DiffSide before, DiffSide after) {
    Box box = whole.strip(before.kept, after.kept);
    while (!box.hasEmptySide()) {
      Split split = split(box);
      Box head = split.head(box);
      Box tail = split.tail(box);
      // The parts do not see each other; going down into the smaller one keeps the stack low.
      boolean headFirst = head.size() < tail.size();
      search(headFirst ? head : tail, before, after);
      box = (headFirst ? tail : head).strip(before.kept, after.kept);
    }
    before.changeKept(box.beforeStart(), box.beforeEnd());
    after.changeKept(box.afterStart(), box.afterEnd());
  }

  private Split split(Box box) {
    boolean odd = ((box.startDiagonal() - box.endDiagonal()) & 1) != 0;
    forward.begin(box);
    backward.begin(box);
    for (int cost = 1; ; cost++) {
      int met = forward.step(backward, odd);
      if (met != Frontier.NOT_MET) {
        return meeting(forward, met);
      }
      met = backward.step(forward, !odd);
      if (met != Frontier.NOT_MET) {
        return meeting(backward, met);
      }
      Optional<Split> shortcut = box.exact() ? Optional.empty() : findShortcut(cost);
      if (shortcut.isPresent()) {
        return shortcut.get();
      }
    }
  }

  private Split meeting(Frontier frontier, int diagonal) {
    events.occurred(DiffEvent.FRONTIERS_MET);
    return Split.meeting(frontier.at(diagonal), diagonal);
  }

  private Optional<Split> findShortcut(int cost) {
    if (cost > MIN_COST_LIMIT && (forward.slidFar || backward.slidFar)) {
      Optional<Split> snake = findSnake(cost);
      if (snake.isPresent()) {
        return snake;
      }
    }
    return cost >= costLimit ? Optional.of(giveUp()) : Optional.empty();
  }

  private Optional<Split> findSnake(int cost) {
    Optional<Split> behind = forward.findSnake(cost);
    if (behind.isPresent()) {
      events.occurred(DiffEvent.SNAKE_SPLIT_FORWARD);
      return behind;
    }
    Optional<Split> ahead = backward.findSnake(cost);
    if (ahead.isPresent()) {
      events.occurred(DiffEvent.SNAKE_SPLIT_BACKWARD);
    }
    return ahead;
  }

  private Split giveUp() {
    int forwardDiagonal = forward.furthestDiagonal();
    int backwardDiagonal = backward.furthestDiagonal();
    if (forward.gainWithin(forwardDiagonal) > backward.gainWithin(backwardDiagonal)) {
      events.occurred(DiffEvent.GAVE_UP_FORWARD);
      return Split.trustingHead(forward.within(forwardDiagonal), forwardDiagonal);
    }
    events.occurred(DiffEvent.GAVE_UP_BACKWARD);
    return Split.trustingTail(backward.within(backwardDiagonal), backwardDiagonal);
  }

  /**
   * Bounds a part of the search: the kept lines {@code [beforeStart, beforeEnd)} against {@code
   * [afterStart, afterEnd)}.
   *
   * @param exact whether only a meeting of the frontiers may split it
   */
  record Box(int beforeStart, int beforeEnd, int afterStart, int afterEnd, boolean exact) {
    boolean hasEmptySide() {
      return beforeStart == beforeEnd || afterStart == afterEnd;
    }

    int size() {
      return beforeEnd - beforeStart + afterEnd - afterStart;
    }

    int startDiagonal() {
      return beforeStart - afterStart;
    }

    int endDiagonal() {
      return beforeEnd - afterEnd;
    }

    int lowestDiagonal() {
      return beforeStart - afterEnd;
    }

    int highestDiagonal() {
      return beforeEnd - afterStart;
    }

    /** Returns the box without the equal lines at its start and at its end. */
    Box strip(int[] before, int[] after) {
      int top = beforeStart;
      int topAfter = afterStart;
      while (top < beforeEnd && topAfter < afterEnd && before[top] == after[topAfter]) {
        top++;
        topAfter++;
      }
      int bottom = beforeEnd;
      int bottomAfter = afterEnd;
      while (bottom > top
          && bottomAfter > topAfter
          && before[bottom - 1] == after[bottomAfter - 1]) {
        bottom--;
        bottomAfter--;
      }
      return new Box(top, bottom, topAfter, bottomAfter, exact);
    }
  }
}
