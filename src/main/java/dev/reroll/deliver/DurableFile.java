package dev.reroll.deliver;

import dev.reroll.bytes.Octets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/** Writes files that are there as a whole or not at all, and survive a loss of power. */
final class DurableFile {
  private DurableFile() {}

  /** Writes {@code octets} to {@code file}; replaces what is there. */
  static void write(Path file, Octets octets) throws IOException {
    Path unfinished = unfinished(file);
    try {
      fill(unfinished, octets);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Makes {@code file}, and fails where it is there already; of two that try, one succeeds. */
  static void create(Path file, Octets octets) throws IOException {
    Path unfinished = unfinished(file);
    try {
      fill(unfinished, octets);
      Files.createLink(file, unfinished);
    } catch (UnsupportedOperationException noLinks) {
      fill(file, octets);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Returns a name beside {@code file} that nobody else takes or can guess. */
  private static Path unfinished(Path file) {
    String unique = Long.toUnsignedString(new SecureRandom().nextLong(), Character.MAX_RADIX);
    return file.resolveSibling(".new-" + unique + ".part");
  }

  /** Writes a new file, which only its owner may read, and waits until the disk has it. */
  static void fill(Path file, Octets octets) throws FileAlreadyExistsException, IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, ownerOnly(file))) {
      ByteBuffer rest = ByteBuffer.wrap(octets.toByteArray());
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
