package dev.reroll.source;

/**
 * Hears how far a piece of work is that may take more than a moment: a fetch, an index.
 *
 * <p>It is called often, always from the thread that does the work, and decides by itself when
 * there is something to show.
 */
public interface Progress {
  /** Shows nothing. */
  Progress SILENT =
      new Progress() {
        @Override
        public void step(String task, long done, long total) {
          // Nobody is listening.
        }

        @Override
        public void end() {
          // Nothing was shown.
        }
      };

  /** A total that nobody knows yet. */
  long UNKNOWN = -1;

  /**
   * Says how far the work is.
   *
   * @param task what is being done, without a count: {@code fetching from lore.kernel.org, kB}
   * @param done how much of it is done, in the unit that the task names
   * @param total how much there is, or {@link #UNKNOWN}
   */
  void step(String task, long done, long total);

  /** Says that the work is over: nothing of it stays to be seen. */
  void end();
}
