package dev.reroll.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A folder of our cache, which its owner alone may look into, whatever the umask: what was read and
 * where it came from is nobody else's business. Where a file system knows no modes, they are left.
 */
public final class PrivateFolder {
  private static final Set<PosixFilePermission> FOLDER =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);
  private static final Set<PosixFilePermission> FILE =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private PrivateFolder() {}

  /** Makes {@code folder} and what it stands in; one that others could look into is closed. */
  public static void make(Path folder) throws IOException {
    Files.createDirectories(folder, attributes(folder, FOLDER));
    close(folder);
  }

  /** Returns what a new file at {@code file} is made with, so that nobody else can read it. */
  public static FileAttribute<?>[] forFile(Path file) {
    return attributes(file, FILE);
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> mode) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
        : new FileAttribute<?>[0];
  }

  /** An older version made folders as the umask had it. */
  private static void close(Path folder) {
    PosixFileAttributeView view =
        Files.getFileAttributeView(folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    try {
      if (view != null && !view.readAttributes().permissions().equals(FOLDER)) {
        view.setPermissions(FOLDER);
      }
    } catch (IOException notOurs) {
      // It is somebody else's folder, given to us by XDG_CACHE_HOME, and theirs to open.
    }
  }
}
