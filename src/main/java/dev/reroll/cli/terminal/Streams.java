package dev.reroll.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * All that a run sees of its surroundings.
 *
 * @param in standard input
 * @param out standard output; not buffered
 * @param err standard error; not buffered
 * @param outIsTerminal whether standard output is a terminal
 * @param errIsTerminal whether standard error is a terminal
 * @param environment the environment's variables
 * @param workingFolder the folder that relative names start from
 */
public record Streams(
    InputStream in,
    OutputStream out,
    OutputStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Map<String, String> environment,
    Path workingFolder) {
  public Streams {
    environment = Map.copyOf(environment);
  }

  /**
   * Returns those of this process. Java 17 cannot tell whether one of the streams is a terminal, so
   * the launcher does ({@code -Dreroll.terminal.stdout=true}).
   */
  public static Streams ofProcess() {
    return new Streams(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        Boolean.getBoolean("reroll.terminal.stdout"),
        Boolean.getBoolean("reroll.terminal.stderr"),
        System.getenv(),
        Path.of(""));
  }
}
