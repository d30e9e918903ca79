package dev.reroll.linediff;

import org.jspecify.annotations.Nullable;

/**
 * Does work that falls into two independent halves, on two cores at the same time.
 *
 * <p>Diffs are independent of each other, so the even ones can be made here and the odd ones there.
 * More cores would not pay: a thousand pairs are diffed in less time than it takes to start the
 * program.
 */
public final class TwoHalves {
  /** Does one half of the work; what it writes may not be what the other half reads or writes. */
  public interface Work {
    /** Does the half {@code half}, which is 0 or 1. */
    void run(int half);
  }

  private TwoHalves() {}

  /** Does both halves; returns when both are done, and passes on what either throws. */
  public static void run(Work work) {
    OtherHalf other = new OtherHalf(work);
    Thread thread = new Thread(other, "other half");
    thread.setDaemon(true);
    thread.start();
    work.run(0);
    other.await(thread);
  }

  private static final class OtherHalf implements Runnable {
    private final Work work;
    private @Nullable Throwable failure;

    OtherHalf(Work work) {
      this.work = work;
    }

    @Override
    public void run() {
      try {
        work.run(1);
      } catch (RuntimeException | Error failed) {
        failure = failed;
      }
    }

    void await(Thread thread) {
      try {
        thread.join();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", stopped);
      }
      if (failure != null) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
