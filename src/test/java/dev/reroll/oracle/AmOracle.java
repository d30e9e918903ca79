package dev.reroll.oracle;

import dev.reroll.linediff.GitCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Our applying against {@code git am} over the cases of consecutive seeds. */
public final class AmOracle {
  private final Path folder;
  private final String program;
  private final AmTally tally = new AmTally();
  private final List<String> problems = new ArrayList<>();

  /** Creates a run that keeps its files below {@code folder}. */
  public AmOracle(Path folder) {
    this(folder, GitCommand.INSTALLED);
  }

  /** Creates a run against another git. */
  public AmOracle(Path folder, String program) {
    this.program = program;
    this.folder = folder.toAbsolutePath();
  }

  /** Runs {@code count} seeds from {@code first} on, on all processors. */
  public void run(long first, int count) throws IOException, InterruptedException {
    AtomicInteger next = new AtomicInteger();
    int workers = Math.min(count, Runtime.getRuntime().availableProcessors());
    ExecutorService executor = Executors.newFixedThreadPool(workers);
    List<Future<?>> futures = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      futures.add(
          executor.submit(
              () -> {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                  runOne(first + i);
                }
                return null;
              }));
    }
    executor.shutdown();
    for (Future<?> future : futures) {
      try {
        future.get();
      } catch (ExecutionException failed) {
        throw new IOException(failed);
      }
    }
  }

  private void runOne(long seed) throws IOException {
    Path files = folder.resolve(String.valueOf(seed));
    AmRun run = new AmRun(seed, files, tally, program);
    Optional<String> problem;
    try {
      problem = run.run();
    } catch (IOException | RuntimeException failed) {
      problem = Optional.of(failed + " at " + failed.getStackTrace()[0]);
    }
    if (problem.isPresent()) {
      problem(run + ": " + problem.get());
    } else {
      OracleRun.delete(files);
    }
  }

  private synchronized void problem(String words) {
    problems.add(words);
  }

  /** Returns what differed, one text for each seed. */
  public synchronized List<String> problems() {
    return List.copyOf(problems);
  }

  /** Returns what occurred in fewer than {@code least} cases, with how often it did. */
  public List<String> rarerThan(int least) {
    return tally.rarerThan(least);
  }

  /** Returns a table of all counts. */
  public String table() {
    return tally.toString();
  }
}
