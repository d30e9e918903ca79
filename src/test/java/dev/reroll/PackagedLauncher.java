package dev.reroll;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Runs the packaged launcher as a user would, with a home and a cache folder of its own.
 *
 * @param script the launcher, or a symbolic link to it
 * @param folder an empty folder: the home, and the place of what a run prints
 */
record PackagedLauncher(Path script, Path folder) {
  private static final int SECONDS_LIMIT = 60;

  /**
   * What a finished run leaves behind.
   *
   * @param exitCode 128 + the signal's number where a signal ended it
   */
  record Result(int exitCode, String out, String err) {}

  /** Returns the launcher of the package that Maven has just made. */
  static PackagedLauncher packaged(Path folder) {
    return new PackagedLauncher(
        Path.of(Objects.requireNonNull(System.getProperty("reroll.launcher"))), folder);
  }

  Path lib() {
    return Objects.requireNonNull(script.getParent()).resolveSibling("lib");
  }

  /** Returns where this launcher keeps the archive for the JDK in {@code javaHome}. */
  Path archiveFolder(Path javaHome) {
    return folder.resolve(".cache/reroll/archive" + javaHome + lib());
  }

  /** Runs without an archive, and leaves no maker of one behind, unless the environment says so. */
  Result run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return finish(start(environment, arguments));
  }

  /** Starts a run; {@link #finish} waits for it. */
  Process start(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    return start(command, environment);
  }

  /** Starts any command with the environment that a run gets, and nothing on standard input. */
  Process start(List<String> command, Map<String, String> environment) throws IOException {
    return process(command, environment).redirectInput(new File("/dev/null")).start();
  }

  /** Starts a run that reads {@code mailbox} from standard input, and then waits for the rest. */
  Process startReading(Map<String, String> environment, String mailbox) throws IOException {
    Process run = process(List.of(script.toString(), "diff", "-"), environment).start();
    run.getOutputStream().write(mailbox.getBytes(StandardCharsets.UTF_8));
    return run;
  }

  private ProcessBuilder process(List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("REROLL_ARCHIVE", "no");
    builder.environment().putAll(environment);
    return builder;
  }

  static Result finish(Process process) throws IOException, InterruptedException {
    // What these runs print fits into the pipes, so one stream can be read after the other.
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(SECONDS_LIMIT, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("still running after " + SECONDS_LIMIT + " s");
    }
    return new Result(process.exitValue(), out, err);
  }

  /** Makes a JDK whose {@code java} prints its name and its arguments, one a line, in brackets. */
  static Path fakeJdk(Path home, String version) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"),
        "JAVA_RUNTIME_VERSION=\"%1$s+1\"\nJAVA_VERSION=\"%1$s\"\n".formatted(version));
    Path java = home.resolve("bin/java");
    Files.writeString(java, "#!/bin/sh\nprintf '[%s]\\n' \"$0\" \"$@\"\n");
    if (!java.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + java + " executable");
    }
    return home;
  }
}
