package dev.reroll.align;

/**
 * Hears which branches an alignment takes.
 *
 * <p>A test counts; everybody else passes {@link #IGNORED}.
 */
@FunctionalInterface
public interface AlignEvents {
  /** Hears nothing. */
  AlignEvents IGNORED =
      new AlignEvents() { // No lambda: class-data archives leave out those of an interface.
        @Override
        public void occurred(AlignEvent event, long times) {}
      };

  /** Takes note that {@code event} has occurred {@code times} times more. */
  void occurred(AlignEvent event, long times);

  /** Takes note that {@code event} has occurred once more. */
  default void occurred(AlignEvent event) {
    occurred(event, 1);
  }

  /** Names a branch of the alignment, so that a test can prove that its inputs reach it. */
  enum AlignEvent {
    /** Two patches had equal diff parts. */
    EXACT_MATCH,
    /** git's hash table of old patches grew or shrank, which reverses the order of equal ones. */
    EQUAL_ORDER_REVERSED,
    /** An old patch kept its equal new one and got another: it is in two matches. */
    EXACT_MATCH_DOUBLED,
    /**
     * An old patch lost its equal new one and got none instead. git does not end on such series;
     * here the patch counts as removed.
     */
    EXACT_MATCH_LOST,
    /** A column had several cheapest rows, and the first was not the first to be looked at. */
    COLUMN_TIE,
    /** A row had several cheapest columns. */
    ROW_TIE,
    /** A row was still without a column when augmentation began. */
    ROW_AUGMENTED,
    /** A path ended where the paper would end it, or at a column that was free as well. */
    PATH_ENDED,
    /** A path ended at a column that another row held, which was driven out for good. */
    PATH_ENDED_ASTRAY,
    /** Two diff parts that are not equal might have to be diffed. */
    PAIR,
    /** Two diff parts were diffed. */
    PAIR_DIFFED
  }
}
