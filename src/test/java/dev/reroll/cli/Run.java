package dev.reroll.cli;

import dev.reroll.cli.terminal.Report;
import dev.reroll.cli.terminal.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Runs the program inside this process, with surroundings of its own. */
final class Run {
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private byte[] input = new byte[0];
  private boolean onTerminal;
  private boolean asking;

  /** Creates a run that stands in {@code folder}; nothing of the machine's settings is seen. */
  Run(Path folder) {
    this.folder = folder;
    environment.put("PATH", Objects.requireNonNullElse(System.getenv("PATH"), ""));
    environment.put("HOME", folder.toString());
    environment.put("GIT_CONFIG_SYSTEM", "/dev/null");
    environment.put("GIT_DIR", folder.resolve(".git").toString());
    environment.put("TERM", "xterm");
  }

  /**
   * What a run leaves behind.
   *
   * @param exitCode the code that the process would end with
   */
  record Result(int exitCode, String out, String err) {}

  Run with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Lets the repository count that the folder is in. */
  Run findingTheRepository() {
    environment.remove("GIT_DIR");
    return this;
  }

  /** Says that standard output is a terminal. */
  Run onTerminal() {
    onTerminal = true;
    return this;
  }

  /** Says that standard error is a terminal, at which somebody types {@code answer}. */
  Run answering(String answer) {
    asking = true;
    return reading(answer.getBytes(StandardCharsets.UTF_8));
  }

  Run reading(byte[] standardInput) {
    input = standardInput.clone();
    return this;
  }

  Result of(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = new Program(streams(out, err)).run(arguments).code();
    PrintedHints.check(text(err));
    return new Result(exitCode, out.toString(StandardCharsets.UTF_8), text(err));
  }

  /** Runs a command; returns what it prints, octet by octet. */
  byte[] octetsOf(String command, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Streams streams = streams(out, OutputStream.nullOutputStream());
    new Program(streams)
        .run(Stream.concat(Stream.of(command), Stream.of(words)).toArray(String[]::new));
    return out.toByteArray();
  }

  /** Runs {@code diff} with {@code words}. */
  Result diff(String... words) {
    return of(Stream.concat(Stream.of("diff"), Stream.of(words)).toArray(String[]::new));
  }

  /** Compares {@code v1.mbox} with {@code v2.mbox}. */
  Result compare(String... options) {
    Stream<String> mailboxes = Stream.of("v1.mbox", "v2.mbox");
    return diff(Stream.concat(mailboxes, Stream.of(options)).toArray(String[]::new));
  }

  /** Runs with a standard output that fails with {@code reason} when it is written to. */
  Result intoBroken(String reason, String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = new Program(streams(broken(reason), err)).run(arguments).code();
    return new Result(exitCode, "", text(err));
  }

  /** Returns the surroundings of a run whose output nobody reads. */
  Streams streams() {
    return streams(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
  }

  Report report() {
    return new Report(streams());
  }

  private Streams streams(OutputStream out, OutputStream err) {
    return new Streams(
        new ByteArrayInputStream(input), out, err, onTerminal, asking, environment, folder);
  }

  private static OutputStream broken(String reason) {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  private static String text(ByteArrayOutputStream octets) {
    return octets.toString(StandardCharsets.UTF_8);
  }
}
