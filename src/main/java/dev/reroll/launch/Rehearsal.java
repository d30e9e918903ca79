package dev.reroll.launch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Runs the program on each line of a file in one process, so that an archive of the classes that
 * they load can be made: see {@code make-archive}. Nobody else starts it.
 *
 * <p>Where a line says {@code {server}}, it asks a server on loopback that stands in for
 * public-inbox: one archive takes only one process, and no network is at hand where it is made.
 */
final class Rehearsal {
  private static final String SERVER = "{server}";

  private Rehearsal() {}

  /**
   * Runs the lines, until one of them ends with another exit code than 0.
   *
   * @param arguments the file of the lines, then the mailboxes that the server has, the newest last
   */
  public static void main(String[] arguments) throws IOException {
    String lines = Files.readString(Path.of(arguments[0]));
    if (!lines.contains(SERVER)) {
      run(lines);
      return;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] newest = {};
    for (int i = 1; i < arguments.length; i++) {
      newest = Files.readAllBytes(Path.of(arguments[i]));
      all.writeBytes(newest);
    }
    try (RehearsalServer server =
        RehearsalServer.start(compressed(newest), compressed(all.toByteArray()))) {
      run(lines.replace(SERVER, server.address()));
    }
  }

  private static void run(String lines) {
    for (String line : lines.split("\n", -1)) {
      if (!line.isEmpty()) {
        Main.main(line.split(" ", -1));
      }
    }
  }

  private static byte[] compressed(byte[] mailbox) throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (GZIPOutputStream compressing = new GZIPOutputStream(octets)) {
      compressing.write(mailbox);
    }
    return octets.toByteArray();
  }
}
