package dev.reroll.linediff;

/**
 * Walks over the groups of changed lines of a side.
 *
 * <p>Between two unchanged lines that follow each other lies a group, often an empty one; so lies
 * one before the first line and one behind the last. The k-th group of one side faces the k-th of
 * the other, as both have the same unchanged lines.
 */
final class GroupCursor {
  private final DiffEvents events;
  private Side side = new Side();
  private int start;
  private int end;

  GroupCursor(DiffEvents events) {
    this.events = events;
  }

  /** Goes to the first group of {@code side}. */
  void open(Side side) {
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

  /** Goes to the next group; says whether there was one. */
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

  /** Moves the group down by one line, if the same lines stay; takes in a group that it touches. */
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
