package dev.reroll.linediff;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs real git so that nothing of the machine's settings leaks in. */
public final class GitCommand {
  /** The git that is found on the path. */
  public static final String INSTALLED = "git";

  private static final int ALWAYS_ENOUGH = 300;

  private final Path directory;
  private final String program;

  /** Makes a runner whose commands run in {@code directory}. */
  public GitCommand(Path directory) {
    this(directory, INSTALLED);
  }

  /** Makes a runner of another git. */
  public GitCommand(Path directory, String program) {
    this.directory = directory;
    this.program = program;
  }

  /**
   * Returns the program of the newest git, that {@code -Dreroll.newest-git=PATH} or {@code
   * REROLL_NEWEST_GIT} in the environment names ({@code .ci/newest-git} unpacks it); skips the test
   * where none does, and fails it where the environment requires one.
   */
  public static String requireNewest() {
    Optional<String> program = newest();
    if (program.filter(GitCommand::isThere).isEmpty()) {
      skip(
          program.map(name -> "it does not run: " + name).orElse("REROLL_NEWEST_GIT names no git"));
    }
    return program.orElseThrow();
  }

  /** Finds the program of the newest git; empty where none is named. */
  public static Optional<String> newest() {
    String named = System.getenv().getOrDefault("REROLL_NEWEST_GIT", "");
    return Optional.of(System.getProperty("reroll.newest-git", named)).filter(s -> !s.isEmpty());
  }

  /** Skips the test where there is no git; fails it where the environment requires one. */
  public static void require() {
    if (!isThere(INSTALLED)) {
      skip("git is not installed");
    }
  }

  private static void skip(String why) {
    if ("required".equals(System.getenv("REROLL_LIVE"))) {
      fail(why);
    }
    abort(why);
  }

  private static boolean isThere(String program) {
    try {
      Process process = new ProcessBuilder(program, "--version").redirectErrorStream(true).start();
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
    return run(input, arguments, ALWAYS_ENOUGH)
        .orElseThrow(() -> new AssertionError("git " + arguments + " does not end"));
  }

  /**
   * Runs git with {@code arguments}; returns nothing if it has not ended within {@code seconds}.
   */
  public Optional<byte[]> runAtMost(int seconds, List<String> arguments)
      throws IOException, InterruptedException {
    return run(new byte[0], arguments, seconds);
  }

  private Optional<byte[]> run(byte[] input, List<String> arguments, int seconds)
      throws IOException, InterruptedException {
    Path errors = Files.createTempFile(directory, "errors", ".txt");
    Path output = Files.createTempFile(directory, "output", ".txt");
    Process process = start(arguments, output, errors);
    try (OutputStream out = process.getOutputStream()) {
      out.write(input);
    }
    boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    } else if (process.exitValue() > 1) {
      fail("git " + arguments + " failed: " + Files.readString(errors));
    }
    byte[] result = Files.readAllBytes(output);
    Files.delete(errors);
    Files.delete(output);
    return ended ? Optional.of(result) : Optional.empty();
  }

  private Process start(List<String> arguments, Path output, Path errors) throws IOException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_SYSTEM", "/dev/null");
    return builder.start();
  }
}
