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
}
