package dev.reroll.cli;

import dev.reroll.settings.GitSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Writes through a pager, chosen as git does: {@code GIT_PAGER}, {@code core.pager}, {@code PAGER},
 * else less; {@code cat} or nothing means none (git-var(1), git-config(1)). What no pager shows,
 * because there is no such program, goes to standard output.
 */
final class Pager implements Output {
  private static final Set<String> NO = Set.of("false", "no", "off", "0");
  private static final Set<String> YES = Set.of("true", "yes", "on", "1");

  /** What a shell ends with where there is no such command, or none that it may run. */
  private static final int NOT_FOUND = 127;

  private static final int NOT_EXECUTABLE = 126;

  private final String command;
  private final Streams streams;

  Pager(String command, Streams streams) {
    this.command = command;
    this.streams = streams;
  }

  /** Finds the command to page with; none where the user wants none. */
  static Optional<String> command(GitSettings settings) {
    Optional<String> own = settings.find("pager.range-diff");
    String wish = own.orElse("true").toLowerCase(Locale.ROOT);
    if (NO.contains(wish)) {
      return Optional.empty();
    }
    Optional<String> given = own.filter(text -> !YES.contains(wish));
    String pager =
        settings
            .environment("GIT_PAGER")
            .or(() -> given)
            .or(() -> settings.find("core.pager"))
            .or(() -> settings.environment("PAGER"))
            .orElse("less");
    return pager.isBlank() || pager.strip().equals("cat") ? Optional.empty() : Optional.of(pager);
  }

  @Override
  public boolean isForPerson() {
    return true;
  }

  @Override
  public void write(Writing writing) throws IOException {
    Process process = start();
    // Ctrl-C is for the pager: it must not be left alone with the terminal.
    Thread waiting = new Thread(() -> waitFor(process));
    Runtime.getRuntime().addShutdownHook(waiting);
    try (OutputStream out = process.getOutputStream()) {
      writing.to(ClosedPipe.guard(out));
    } catch (IOException failed) {
      if (!hasQuit(failed)) {
        throw failed;
      }
    } finally {
      waitFor(process);
      forget(waiting);
    }
    if (process.exitValue() == NOT_FOUND || process.exitValue() == NOT_EXECUTABLE) {
      writing.to(ClosedPipe.guard(streams.out()));
    }
  }

  /**
   * The reader has seen enough, or the shell found no pager; closing flushes into the same pipe.
   */
  private static boolean hasQuit(IOException failed) {
    return failed instanceof ClosedPipe || ClosedPipe.isClosedPipe(failed);
  }

  private Process start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command);
    builder.directory(streams.workingFolder().toAbsolutePath().toFile());
    builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().clear();
    builder.environment().putAll(streams.environment());
    builder.environment().putIfAbsent("LESS", "FRX");
    builder.environment().putIfAbsent("LV", "-c");
    return builder.start();
  }

  private static void waitFor(Process process) {
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread waiting) {
    try {
      Runtime.getRuntime().removeShutdownHook(waiting);
    } catch (IllegalStateException ending) {
      // Ctrl-C came first, and the hook has waited like us.
      return;
    }
  }
}
