package dev.reroll.linediff;

import dev.reroll.linediff.DiffEvents.DiffEvent;

/**
 * Moves groups of changed lines to where they read best, and joins those that can touch.
 *
 * <p>A group may slide up while the line above it equals its last line, and down while the line
 * below equals its first:
 *
 * <pre>
 *    {            {          + {
 *      a            a        +   a
 *  + }            }          + }
 *  + {          + {            {
 *  +   a        +   a            a
 *    }          + }            }
 * </pre>
 *
 * <p>It goes to the last place at which it faces a group of the other side, since the two then form
 * one change; if there is none, {@link GroupPlacement} chooses.
 */
final class Compaction {
  private static final int NOWHERE = -1;

  private final DiffEvents events;
  private final GroupCursor group;
  private final GroupCursor facing;
  private int earliestEnd;
  private int facedEnd;

  Compaction(DiffEvents events) {
    this.events = events;
    group = new GroupCursor(events);
    facing = new GroupCursor(events);
  }

  /** Moves the groups of {@code side}; those of {@code partner} stay. */
  void compact(DiffSide side, DiffSide partner, GroupPlacement placement) {
    group.open(side);
    facing.open(partner);
    do {
      if (!group.isEmpty()) {
        explore();
        settle(side, placement);
      }
      facing.next();
    } while (group.next());
  }

  /**
   * Slides the group all the way up and down until it takes in no more; leaves it at the bottom.
   */
  private void explore() {
    int size;
    do {
      size = group.size();
      while (group.slideUp()) {
        facing.previous();
      }
      earliestEnd = group.end();
      facedEnd = facing.isEmpty() ? NOWHERE : group.end();
      while (group.slideDown()) {
        facing.next();
        facedEnd = facing.isEmpty() ? facedEnd : group.end();
      }
    } while (group.size() != size);
  }

  private void settle(DiffSide side, GroupPlacement placement) {
    if (group.end() == earliestEnd) {
      return;
    }
    events.occurred(DiffEvent.GROUP_COULD_SLIDE);
    if (facedEnd == NOWHERE) {
      slideUpTo(placement.bestEnd(side.lines, group.size(), earliestEnd, group.end()));
    } else if (facedEnd < group.end()) {
      events.occurred(DiffEvent.GROUP_FACED);
      slideUpTo(facedEnd);
    }
  }

  private void slideUpTo(int end) {
    while (group.end() > end && group.slideUp()) {
      facing.previous();
    }
  }

  /**
   * Walks over the groups of changed lines of a side.
   *
   * <p>Between two unchanged lines that follow each other lies a group, often an empty one; so lies
   * one before the first line and one behind the last. The k-th group of one side faces the k-th of
   * the other, as both have the same unchanged lines.
   */
  private static final class GroupCursor {
    private final DiffEvents events;
    private DiffSide side = new DiffSide();
    private int start;
    private int end;

    GroupCursor(DiffEvents events) {
      this.events = events;
    }

    /** Goes to the first group of {@code side}. */
    void open(DiffSide side) {
      this.side = side;
      start = 0;
      end = 0;
      growDown();
    }

    int end() {
      return end;
    }

    int size() {
      return end - start;
    }

    boolean isEmpty() {
      return start == end;
    }

    /** Goes to the next group; returns whether there was one. */
    boolean next() {
      if (end == side.count) {
        return false;
      }
      start = end + 1;
      end = start;
      growDown();
      return true;
    }

    /** Goes to the group before this one; the caller knows that there is one. */
    void previous() {
      end = start - 1;
      start = end;
      growUp();
    }

    /** Moves the group up by one line, if the same lines stay; takes in a group that it touches. */
    boolean slideUp() {
      if (start == 0 || side.lines[start - 1] != side.lines[end - 1]) {
        return false;
      }
      side.changed[--start] = true;
      side.changed[--end] = false;
      if (growUp()) {
        events.occurred(DiffEvent.GROUPS_MERGED);
      }
      return true;
    }

    /**
     * Moves the group down by one line, if the same lines stay; takes in a group that it touches.
     */
    boolean slideDown() {
      if (end == side.count || side.lines[start] != side.lines[end]) {
        return false;
      }
      side.changed[start++] = false;
      side.changed[end++] = true;
      if (growDown()) {
        events.occurred(DiffEvent.GROUPS_MERGED);
      }
      return true;
    }

    private boolean growUp() {
      int from = start;
      while (start > 0 && side.changed[start - 1]) {
        start--;
      }
      return start < from;
    }

    private boolean growDown() {
      int from = end;
      while (end < side.count && side.changed[end]) {
        end++;
      }
      return end > from;
    }
  }

  /** Chooses where a group of changed lines ends that could stand in several places. */
  @FunctionalInterface
  interface GroupPlacement {
    /** Leaves every group as far down as it goes. */
    GroupPlacement BOTTOM =
        new GroupPlacement() { // No lambda: class-data archives leave out those of an interface.
          @Override
          public int bestEnd(int[] lines, int size, int earliestEnd, int latestEnd) {
            return latestEnd;
          }
        };

    /**
     * Returns the end that reads best.
     *
     * @param lines all lines of the side
     * @param size how many lines the group has
     * @param earliestEnd the first end that it can have
     * @param latestEnd the last one
     */
    int bestEnd(int[] lines, int size, int earliestEnd, int latestEnd);
  }
}
