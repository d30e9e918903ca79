package dev.reroll.app.select;

import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the same work gave for the older and for the newer side.
 *
 * @param <T> what the work gives
 * @param before the older side's
 * @param after the newer side's
 */
public record BothSides<T>(T before, T after) {
  /** Does the work of one side, and tells its consumer of bad spots. */
  public interface Work<T> {
    /** Returns what the work gives. */
    T run(Consumer<Diagnostic> diagnostics) throws Refusal;
  }

  /**
   * Runs both at the same time, on two cores. What is said about the input is passed on in the
   * caller's thread, the older side's first; where both refuse, the older side's refusal counts.
   */
  public static <T> BothSides<T> run(
      Work<T> before, Work<T> after, Consumer<Diagnostic> diagnostics) throws Refusal {
    NewerSide<T> newer = new NewerSide<>(after);
    Thread thread = new Thread(newer, "newer side");
    thread.setDaemon(true);
    thread.start();
    T first = before.run(diagnostics);
    T second = newer.result(thread);
    for (Diagnostic diagnostic : newer.heard) {
      diagnostics.accept(diagnostic);
    }
    return new BothSides<>(first, second);
  }

  /**
   * Does the newer side's work, and keeps what came of it and what was said meanwhile. A FutureTask
   * does so as well, but to start it takes a millisecond.
   */
  private static final class NewerSide<T> implements Runnable, Consumer<Diagnostic> {
    private final Work<T> work;
    private final List<Diagnostic> heard = new ArrayList<>();
    private @Nullable T result;
    private @Nullable Throwable failure;

    NewerSide(Work<T> work) {
      this.work = work;
    }

    @Override
    public void run() {
      try {
        result = work.run(this);
      } catch (Refusal | RuntimeException | Error failed) {
        failure = failed;
      }
    }

    @Override
    public void accept(Diagnostic diagnostic) {
      heard.add(diagnostic);
    }

    /** Returns the result once {@code thread}, which runs this, has ended. */
    T result(Thread thread) throws Refusal {
      try {
        thread.join();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", stopped);
      }
      if (failure instanceof Refusal refusal) {
        throw refusal;
      }
      if (result == null) {
        throw new IllegalStateException(failure);
      }
      return result;
    }
  }
}
