package dev.reroll.cli;

import dev.reroll.settings.GitSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Writes through a pager, chosen as git does: {@code GIT_PAGER}, {@code core.pager}, {@code PAGER},
 * else less; {@code cat} or nothing means none (git-var(1), git-config(1)). What no pager shows,
 * because there is no such program, goes to standard output.
 *
 * <p>What was said about the result stands above it, for the pager hides what the terminal shows.
 * It is said once more below where the head is no longer on the screen; see {@link HeldLines}.
 */
final class Pager implements Output {
  private static final Set<String> NO = Set.of("false", "no", "off", "0");
  private static final Set<String> YES = Set.of("true", "yes", "on", "1");

  /** What a shell ends with where there is no such command, or none that it may run. */
  private static final int NOT_FOUND = 127;

  private static final int NOT_EXECUTABLE = 126;

  /** What git sets: leave at once where it fits, show colours, leave the text on the screen. */
  private static final String LESS = "FRX";

  private final String command;
  private final Streams streams;
  private final Report report;

  /**
   * Pages with {@code command}.
   *
   * @param report what it held back is shown above the result
   */
  Pager(String command, Streams streams, Report report) {
    this.command = command;
    this.streams = streams;
    this.report = report;
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
    HeldLines held = report.takeHeld();
    FirstScreen seen = new FirstScreen();
    Optional<Process> started = start();
    if (started.isEmpty() || !show(started.get(), held, stream -> writing.to(seen.on(stream)))) {
      report.release(held);
      writing.to(ClosedPipe.guard(streams.out()));
    } else if (!held.isEmpty() && !isLeftVisible(seen, held)) {
      report.repeat(held);
    }
  }

  /** Lets the pager show it all; returns whether there was such a program. */
  private static boolean show(Process process, HeldLines held, Writing writing) throws IOException {
    // Ctrl-C is for the pager: it must not be left alone with the terminal.
    Thread waiting = new Thread(() -> waitFor(process));
    Runtime.getRuntime().addShutdownHook(waiting);
    try (OutputStream out = process.getOutputStream()) {
      OutputStream guarded = ClosedPipe.guard(out);
      if (held.isInHead()) {
        guarded.write(held.head().getBytes(StandardCharsets.UTF_8));
      }
      writing.to(guarded);
    } catch (IOException failed) {
      if (!hasQuit(failed)) {
        throw failed;
      }
    } finally {
      waitFor(process);
      forget(waiting);
    }
    return process.exitValue() != NOT_FOUND && process.exitValue() != NOT_EXECUTABLE;
  }

  /** Whether the lines that were held are still on the screen after the pager has ended. */
  private boolean isLeftVisible(FirstScreen seen, HeldLines held) {
    LessFlags less = LessFlags.of(command, streams.environment().getOrDefault("LESS", LESS));
    return less.leavesShortText()
        && seen.fits(held.head(), new ScreenWidth(streams).ofPager(), less.chopsLines());
  }

  /**
   * The reader has seen enough, or the shell found no pager; closing flushes into the same pipe.
   */
  private static boolean hasQuit(IOException failed) {
    return failed instanceof ClosedPipe || ClosedPipe.isClosedPipe(failed);
  }

  /** Starts it; none where there is not even a shell. */
  private Optional<Process> start() {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command);
    builder.directory(streams.workingFolder().toAbsolutePath().toFile());
    builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().clear();
    builder.environment().putAll(streams.environment());
    builder.environment().putIfAbsent("LESS", LESS);
    builder.environment().putIfAbsent("LV", "-c");
    try {
      return Optional.of(builder.start());
    } catch (IOException noShell) {
      return Optional.empty();
    }
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
