package dev.reroll.oracle;

import dev.reroll.cli.Program;
import dev.reroll.cli.terminal.ExitCode;
import dev.reroll.cli.terminal.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the program gave when it was run, within this process or as it is packaged.
 *
 * @param exit its exit code
 * @param out what it wrote to standard output, one char an octet
 * @param err what it wrote to standard error, one char an octet
 */
public record CommandRun(ExitCode exit, String out, String err) {
  /** Runs the program with none of the machine's configuration. */
  public static CommandRun of(List<String> arguments) {
    return of(arguments, Map.of());
  }

  /** Runs the program with {@code variables} in its environment. */
  static CommandRun of(List<String> arguments, Map<String, String> variables) {
    Map<String, String> environment = withoutConfiguration(variables);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            out,
            err,
            false,
            false,
            environment,
            Path.of(""));
    ExitCode exit = new Program(streams).run(arguments.toArray(String[]::new));
    return new CommandRun(exit, OctetText.of(out.toByteArray()), OctetText.of(err.toByteArray()));
  }

  /** Runs the launcher {@code script} with {@code variables} in its environment. */
  public static CommandRun ofLauncher(
      Path script, List<String> arguments, Map<String, String> variables) throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(arguments);
    Path err = Files.createTempFile("reroll", ".err");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    builder.environment().putAll(withoutConfiguration(variables));
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String out = OctetText.of(process.getInputStream().readAllBytes());
      ExitCode exit = exitCode(process.waitFor());
      return new CommandRun(exit, out, OctetText.of(Files.readAllBytes(err)));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    } finally {
      Files.delete(err);
    }
  }

  private static ExitCode exitCode(int code) {
    return Stream.of(ExitCode.values())
        .filter(exit -> exit.code() == code)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> withoutConfiguration(Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_CONFIG_SYSTEM", "/dev/null");
    environment.put("GIT_DIR", "/dev/null");
    return environment;
  }
}
