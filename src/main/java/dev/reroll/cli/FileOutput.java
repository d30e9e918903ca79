package dev.reroll.cli;

import dev.reroll.message.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes to a file: all of it or nothing. What is no plain file ({@code /dev/stdout}) is written to
 * as it is.
 */
record FileOutput(Path file, String name) implements Output {
  @Override
  public boolean isForPerson() {
    return false;
  }

  @Override
  public void write(Writing writing) throws IOException, Refusal {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        writeInPlace(writing);
      } else {
        writeWhole(writing);
      }
    } catch (IOException failed) {
      throw Refusal.unreadable(
          "cannot write '" + name + "': " + reason(failed), "name another file with -o");
    }
  }

  private void writeInPlace(Writing writing) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      writing.to(out);
    }
  }

  private void writeWhole(Writing writing) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path unfinished = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(unfinished)) {
        writing.to(out);
      }
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static String reason(IOException failed) {
    if (failed instanceof java.nio.file.NoSuchFileException) {
      return "no such folder";
    }
    if (failed instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    return String.valueOf(failed.getMessage());
  }
}
