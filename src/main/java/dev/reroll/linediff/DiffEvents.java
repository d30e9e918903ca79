package dev.reroll.linediff;

/**
 * Hears which branches a line diff takes.
 *
 * <p>It is told once each time a branch is taken, in the thread that diffs. A test counts;
 * everybody else passes {@link #IGNORED}, which the compiler makes vanish.
 */
@FunctionalInterface
public interface DiffEvents {
  /** Hears nothing. */
  DiffEvents IGNORED =
      new DiffEvents() { // No lambda: class-data archives leave out those of an interface.
        @Override
        public void occurred(DiffEvent event) {}
      };

  /** Takes note that {@code event} has occurred once more. */
  void occurred(DiffEvent event);

  /**
   * Names a branch of the line diff, so that a test can prove that its inputs reach it.
   *
   * <p>The steps in which they occur are told at {@link DiffEngine}.
   */
  enum DiffEvent {
    /** A line that the other side does not have was left out of the search. */
    LINE_DISCARDED,
    /** A line that the other side has many times was left out, for what surrounds it. */
    FREQUENT_LINE_DISCARDED,
    /** A line that the other side has many times was kept all the same. */
    FREQUENT_LINE_KEPT,
    /** The two frontiers met: the box was split on a shortest path. */
    FRONTIERS_MET,
    /** The snake rule split a box at the forward frontier. */
    SNAKE_SPLIT_FORWARD,
    /** The snake rule split a box at the backward frontier. */
    SNAKE_SPLIT_BACKWARD,
    /** The search grew too dear and split at the furthest forward point. */
    GAVE_UP_FORWARD,
    /** The search grew too dear and split at the furthest backward point. */
    GAVE_UP_BACKWARD,
    /** A group of changed lines had more than one place where it could stand. */
    GROUP_COULD_SLIDE,
    /** A sliding group touched another and took it in. */
    GROUPS_MERGED,
    /** A group was moved back up to face a group of the other side. */
    GROUP_FACED,
    /** The indent heuristic left a group at the bottom. */
    INDENT_KEPT_BOTTOM,
    /** The indent heuristic moved a group up. */
    INDENT_MOVED,
    /** A group could slide further up than the indent heuristic looks. */
    INDENT_WINDOW_CUT,
    /** The indent heuristic met so many blank lines that it stopped looking. */
    BLANK_RUN_CUT
  }
}
