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
}
