package dev.reroll.cli;

import dev.reroll.message.Refusal;
import dev.reroll.source.ShellWord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
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
  public void check() throws Refusal {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw Refusal.unreadable(
          "cannot write '" + name + "': it is a folder", "reroll diff -o FILE BEFORE AFTER");
    }
    if (folder != null && !Files.isDirectory(folder)) {
      int slash = name.lastIndexOf('/');
      throw Refusal.unreadable(
          "cannot write '" + name + "': no such folder",
          "mkdir -p " + ShellWord.of(name.substring(0, Math.max(slash, 1))));
    }
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
          "cannot write '" + name + "': " + reason(failed), "reroll diff -o FILE BEFORE AFTER");
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

  /** Returns why it failed, in a few words. */
  static String reason(IOException failed) {
    if (failed instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failed instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return String.valueOf(failed.getMessage());
  }
}
