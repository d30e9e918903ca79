package dev.reroll.app;

import dev.reroll.message.Diagnostic;
import dev.reroll.message.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Holds what the same work gave for the older and for the newer side.
 *
 * @param <T> what the work gives
 * @param before the older side's
 * @param after the newer side's
 */
public record BothSides<T>(T before, T after) {
  /** Does the work of one side, and tells its consumer of bad spots. */
  interface Work<T> {
    T run(Consumer<Diagnostic> diagnostics) throws Refusal;
  }

  /**
   * Runs both at the same time, on two cores. What is said about the input is passed on in the
   * caller's thread, the older side's first; where both refuse, the older side's refusal counts.
   */
  static <T> BothSides<T> run(Work<T> before, Work<T> after, Consumer<Diagnostic> diagnostics)
      throws Refusal {
    NewerSide<T> newer = new NewerSide<>(after);
    FutureTask<T> task = new FutureTask<>(newer);
    Thread thread = new Thread(task, "newer side");
    thread.setDaemon(true);
    thread.start();
    T first = before.run(diagnostics);
    T second = resultOf(task);
    newer.heard.forEach(diagnostics);
    return new BothSides<>(first, second);
  }

  /** Does the newer side's work, and keeps what is said meanwhile. */
  private static final class NewerSide<T> implements Callable<T>, Consumer<Diagnostic> {
    private final Work<T> work;
    private final List<Diagnostic> heard = new ArrayList<>();

    NewerSide(Work<T> work) {
      this.work = work;
    }

    @Override
    public T call() throws Refusal {
      return work.run(this);
    }

    @Override
    public void accept(Diagnostic diagnostic) {
      heard.add(diagnostic);
    }
  }

  private static <T> T resultOf(FutureTask<T> task) throws Refusal {
    try {
      return task.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }
}
