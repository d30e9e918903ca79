package dev.reroll.cli;

import dev.reroll.settings.GitSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Writes through a pager, chosen as git does: {@code GIT_PAGER}, {@code core.pager}, {@code PAGER},
 * else less; {@code cat} or nothing means none (git-var(1), git-config(1)).
 */
final class Pager implements Output {
  private static final Set<String> NO = Set.of("false", "no", "off", "0");
  private static final Set<String> YES = Set.of("true", "yes", "on", "1");

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
    } catch (ClosedPipe quit) {
      // The reader has seen enough.
      return;
    } finally {
      waitFor(process);
    }
  }

  private Process start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command);
    builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    if (!streams.environment().containsKey("LESS")) {
      builder.environment().put("LESS", "FRX");
    }
    if (!streams.environment().containsKey("LV")) {
      builder.environment().put("LV", "-c");
    }
    return builder.start();
  }

  private static void waitFor(Process process) {
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
