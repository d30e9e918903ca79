package dev.reroll.linediff;

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
 * one change; if there is none, {@link Placement} chooses.
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
  void compact(Side side, Side partner, Placement placement) {
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

  private void settle(Side side, Placement placement) {
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
}
