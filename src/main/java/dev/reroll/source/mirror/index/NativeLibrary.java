package dev.reroll.source.mirror.index;

import dev.reroll.source.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.jar.JarEntry;
import org.sqlite.JDBC;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Keeps SQLite's own library unpacked in the cache folder.
 *
 * <p>The driver by itself unpacks it into the folder for temporary files at each start, and checks
 * what it wrote, which takes longer than a small update. Where this class can do nothing, the
 * driver still does that.
 */
public final class NativeLibrary {
  private static final String PATH = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";

  private NativeLibrary() {}

  /** Tells the driver, before it is first used, where the library is; puts it there if need be. */
  public static synchronized void prepare(Path cacheFolder) {
    if (System.getProperty(PATH) != null) {
      return;
    }
    String name = LibraryLoaderUtil.getNativeLibName();
    URL packed = JDBC.class.getResource(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name);
    if (packed == null) {
      return;
    }
    try {
      Path folder = unpacked(packed, cacheFolder, name);
      System.setProperty(PATH, folder.toAbsolutePath().toString());
      System.setProperty(NAME, name);
    } catch (IOException | SecurityException cannot) {
      // The driver unpacks it for this run.
    }
  }

  /** Returns the folder of a copy that has the right size; the name holds size and checksum. */
  private static Path unpacked(URL packed, Path cacheFolder, String name) throws IOException {
    URLConnection connection = packed.openConnection();
    String version = "";
    if (connection instanceof JarURLConnection jar) {
      JarEntry entry = Objects.requireNonNull(jar.getJarEntry());
      version = "-" + Long.toHexString(entry.getCrc());
    }
    long size = connection.getContentLengthLong();
    Path folder = cacheFolder.resolve("native/sqlite" + version);
    Path library = folder.resolve(name);
    if (!Files.isRegularFile(library) || Files.size(library) != size) {
      PrivateFolder.make(folder);
      unpack(connection, folder, library);
    }
    return folder;
  }

  /** Writes it under another name first, so that no other process ever sees half of it. */
  private static void unpack(URLConnection packed, Path folder, Path library) throws IOException {
    Path whole = Files.createTempFile(folder, "unpacking", ".tmp");
    try (InputStream octets = packed.getInputStream()) {
      Files.copy(octets, whole, StandardCopyOption.REPLACE_EXISTING);
      Files.move(whole, library, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(whole);
    }
  }
}
