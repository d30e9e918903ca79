package dev.reroll.linediff;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs real git so that nothing of the machine's settings leaks in. */
public final class GitCommand {
  private final Path directory;

  /** Makes a runner whose commands run in {@code directory}. */
  public GitCommand(Path directory) {
    this.directory = directory;
  }

  /** Skips the test where there is no git; fails it where the environment requires one. */
  public static void require() {
    if (isThere()) {
      return;
    }
    String why = "git is not installed";
    if ("required".equals(System.getenv("REROLL_LIVE"))) {
      fail(why);
    }
    abort(why);
  }

  private static boolean isThere() {
    try {
      Process process = new ProcessBuilder("git", "--version").redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Runs git with {@code arguments} and returns its standard output; exit codes 0 and 1 are fine.
   */
  public byte[] run(List<String> arguments) throws IOException, InterruptedException {
    return run(new byte[0], arguments);
  }

  /** Runs git with {@code arguments}, {@code input} on its standard input. */
  public byte[] run(byte[] input, List<String> arguments) throws IOException, InterruptedException {
    Path errors = Files.createTempFile(directory, "errors", ".txt");
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.redirectError(errors.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "LC_ALL",
                "C.UTF-8",
                "GIT_CONFIG_GLOBAL",
                "/dev/null",
                "GIT_CONFIG_SYSTEM",
                "/dev/null",
                "GIT_PAGER",
                "cat"));
    Process process = builder.start();
    try (OutputStream out = process.getOutputStream()) {
      out.write(input);
    }
    byte[] output = process.getInputStream().readAllBytes();
    int exit = process.waitFor();
    if (exit > 1) {
      fail("git " + arguments + " gave exit code " + exit + ": " + Files.readString(errors));
    }
    Files.delete(errors);
    return output;
  }
}
