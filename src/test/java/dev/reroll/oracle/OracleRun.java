package dev.reroll.oracle;

import dev.reroll.linediff.GitCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Runs the pairs of consecutive seeds, on all processors. */
public final class OracleRun {
  private final Path folder;
  private final Runner program;
  private final String gitProgram;
  private final OracleTally tally = new OracleTally();
  private final List<String> problems = new ArrayList<>();

  /** Creates a run that keeps its files below {@code folder}. */
  public OracleRun(Path folder) {
    this(folder, CommandRun::of);
  }

  /** Creates a run against another git. */
  public OracleRun(Path folder, String gitProgram) {
    this(folder, CommandRun::of, gitProgram);
  }

  /** Creates a run of {@code program}, which may be called by several threads. */
  public OracleRun(Path folder, Runner program) {
    this(folder, program, GitCommand.INSTALLED);
  }

  private OracleRun(Path folder, Runner program, String gitProgram) {
    this.gitProgram = gitProgram;
    this.folder = folder;
    this.program = program;
  }

  /** Runs {@code count} seeds from {@code first} on; {@link #problems} then says what was wrong. */
  public void run(long first, int count) throws IOException, InterruptedException {
    AtomicInteger next = new AtomicInteger();
    int workers = Math.min(count, Runtime.getRuntime().availableProcessors());
    ExecutorService executor = Executors.newFixedThreadPool(workers);
    List<Future<?>> futures = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      Path repository = folder.resolve("repository" + worker);
      delete(repository);
      ScratchRepository git = new ScratchRepository(repository, gitProgram);
      futures.add(
          executor.submit(
              () -> {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                  runOne(first + i, git);
                }
                return null;
              }));
    }
    executor.shutdown();
    for (Future<?> future : futures) {
      try {
        future.get();
      } catch (ExecutionException e) {
        throw new IOException(e);
      }
    }
  }

  private void runOne(long seed, ScratchRepository git) throws IOException {
    Path files = folder.resolve(String.valueOf(seed));
    delete(files);
    Files.createDirectories(files);
    try {
      Optional<Difference> difference =
          new PairRun(seed, new PairRun.Contestants(git, program), files, tally).run();
      if (difference.isPresent()) {
        problem(difference.get() + "\n  files: " + files);
        return;
      }
    } catch (ScratchRepository.GitFailed failed) {
      tally.add("refused by git", 1);
      problem("seed " + seed + ": " + failed.getMessage());
      return;
    } catch (RuntimeException | AssertionError wrong) {
      problem("seed " + seed + ": " + wrong + " at " + wrong.getStackTrace()[0]);
      return;
    }
    delete(files);
  }

  private synchronized void problem(String words) {
    problems.add(words);
  }

  static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  /** Returns what was wrong, one text for each seed. */
  public synchronized List<String> problems() {
    return List.copyOf(problems);
  }

  /** Returns the counts that must not be small, as {@code count name}, where they are below. */
  public List<String> rarerThan(long least) {
    List<String> rare = new ArrayList<>();
    tally
        .required()
        .forEach(
            (name, count) -> {
              if (count < least) {
                rare.add(count + " " + name);
              }
            });
    return rare;
  }

  /** Returns a table of all counts. */
  public String table() {
    return tally.toString();
  }
}
