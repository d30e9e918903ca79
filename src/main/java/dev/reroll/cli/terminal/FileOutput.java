package dev.reroll.cli.terminal;

import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import dev.reroll.source.ShellWord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.security.SecureRandom;

/**
 * Writes to a file: all of it or nothing, under the mode that a file there has already; of runs
 * beside each other the last one wins. A symbolic link stays, and the file behind it is replaced.
 * What is no plain file ({@code /dev/stdout}, a pipe) is written to as it is, and so is a file in a
 * folder where no other can be made.
 */
public record FileOutput(Path file, String name) implements Output {
  private static final int MAX_LINKS = 40;

  @Override
  public boolean isForPerson() {
    return false;
  }

  @Override
  public void check() throws Refusal {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw Refusal.unreadable(
          "cannot write '" + name + "': it is a folder", Hint.again("-o FILE BEFORE AFTER"));
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
        writeInPlace(file, writing);
        return;
      }
      Path target = behindLinks(file);
      if (Files.exists(target) && !Files.isWritable(target)) {
        throw new AccessDeniedException(name);
      }
      if (Files.exists(target) && !Files.isWritable(target.getParent())) {
        writeInPlace(target, writing);
      } else {
        writeWhole(target, writing);
      }
    } catch (IOException failed) {
      throw Refusal.unreadable(
          "cannot write '" + name + "': " + reason(failed), Hint.again("-o FILE BEFORE AFTER"));
    }
  }

  /** What is no plain file cannot be replaced, and neither can a file in a closed folder. */
  private void writeInPlace(Path target, Writing writing) throws IOException {
    try (OutputStream out = Files.newOutputStream(target)) {
      writing.to(out);
    }
  }

  /**
   * Writes a new file beside {@code target}, and puts it into its place. Its name cannot be guessed
   * and it is made by nobody else, so that a link that somebody planted there is never followed.
   */
  private void writeWhole(Path target, Writing writing) throws IOException {
    String unique = Long.toUnsignedString(new SecureRandom().nextLong(), Character.MAX_RADIX);
    Path unfinished = target.resolveSibling(".reroll-" + unique + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW)) {
        if (Files.exists(target)) {
          keepMode(target, unfinished);
        }
        writing.to(out);
      }
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Gives {@code file} the group, owner and mode of {@code model}, as far as this user may. */
  private static void keepMode(Path model, Path file) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      return;
    }
    PosixFileAttributes wanted = Files.readAttributes(model, PosixFileAttributes.class);
    try {
      view.setGroup(wanted.group());
      view.setOwner(wanted.owner());
    } catch (IOException notAllowed) {
      // Only root gives files away; the mode below is ours to set.
    }
    view.setPermissions(wanted.permissions());
  }

  /** Follows links, also one to a file that is not there yet, as a shell's {@code >} does. */
  private static Path behindLinks(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MAX_LINKS) {
        throw new FileSystemException(file.toString(), null, "too many levels of symbolic links");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  /** Returns why it failed, in a few words. */
  public static String reason(IOException failed) {
    if (failed instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failed instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return String.valueOf(failed.getMessage());
  }
}
