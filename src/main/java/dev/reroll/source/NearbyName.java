package dev.reroll.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds what the user may have meant by the name of a file that is not there. */
final class NearbyName {
  private NearbyName() {}

  /**
   * Finds a neighbour whose name begins like {@code name} up to its first dot: {@code v2.mbox.gz}
   * for {@code v2.mbox}.
   *
   * @param start the folder that relative names start from
   */
  static Optional<String> find(Path start, String name) {
    int slash = name.lastIndexOf('/') + 1;
    String stem = name.substring(slash).replaceFirst("\\..*", "");
    Path folder = start.resolve(name.substring(0, slash));
    if (stem.isEmpty() || !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    String best = "";
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String candidate = entry.getFileName().toString();
        boolean begins = candidate.equals(stem) || candidate.startsWith(stem + ".");
        best = begins && (best.isEmpty() || candidate.compareTo(best) < 0) ? candidate : best;
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(name.substring(0, slash) + best);
  }

  /** Returns the command that lists what is there: in the name's folder, if that exists. */
  static String listing(Path start, String name) {
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    boolean isThere = !folder.isEmpty() && Files.isDirectory(start.resolve(folder));
    return isThere ? "ls " + ShellWord.of(folder) : "ls";
  }
}
