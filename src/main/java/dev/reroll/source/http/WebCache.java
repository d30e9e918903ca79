package dev.reroll.source.http;

import dev.reroll.bytes.Octets;
import dev.reroll.source.PrivateFolder;
import dev.reroll.source.http.WebClient.WebRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps answers in a folder, a file each, as old as the file's time says.
 *
 * <p>The name of a file is a hash of the request: nothing that a mail or a server says becomes a
 * path. Its first line is the request itself, so that a request with the same hash is not taken for
 * it; that spares a digest of the JDK, which takes as long to load as a request to a server nearby.
 * A file appears whole, by renaming, so that runs beside each other read and write as they like.
 * What goes wrong on the disk counts as "not kept": a cache never breaks a run.
 */
public final class WebCache {
  private static final String ENDING = ".answer";
  private static final String UNFINISHED = ".part";

  private final Path folder;

  /** Keeps answers in {@code folder}, which is made when the first one comes. */
  public WebCache(Path folder) {
    this.folder = folder;
  }

  /** Returns the folder. */
  public Path folder() {
    return folder;
  }

  /**
   * An answer that was kept.
   *
   * @param body as it was stored
   * @param age how long ago that was
   */
  public record Kept(Octets body, Duration age) {}

  /** Finds the answer to {@code request}, if it is not older than {@code maxAge}. */
  public Optional<Kept> find(WebRequest request, Duration maxAge) {
    Path file = fileOf(request);
    try {
      Duration age = ageOf(file);
      if (age.compareTo(maxAge) > 0) {
        return Optional.empty();
      }
      Octets kept = Octets.wrap(Files.readAllBytes(file));
      String head = headOf(request);
      return kept.startsWith(head)
          ? Optional.of(new Kept(kept.slice(head.length()), age))
          : Optional.empty();
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  /** Keeps {@code body} as the answer to {@code request}, in place of an older one. */
  public void store(WebRequest request, Octets body) {
    Path file = fileOf(request);
    // Not Files.createTempFile, whose secure random numbers take long to load.
    Path unfinished = folder.resolve(file.getFileName() + "." + System.nanoTime() + UNFINISHED);
    try {
      PrivateFolder.make(folder);
      try {
        write(unfinished, headOf(request), body);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException notKept) {
      // The next run asks the server again.
    }
  }

  private static void write(Path file, String head, Octets body) throws IOException {
    Files.createFile(file, PrivateFolder.forFile(file));
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
      out.write(head.getBytes(StandardCharsets.UTF_8));
      body.writeTo(out);
    }
  }

  /** Deletes what is older than {@code maxAge}, and says how many answers that were. */
  public int deleteOlderThan(Duration maxAge) {
    int count = 0;
    for (Path file : files()) {
      try {
        if (ageOf(file).compareTo(maxAge) > 0 && Files.deleteIfExists(file)) {
          count++;
        }
      } catch (IOException kept) {
        // Somebody else deleted it, or it cannot be deleted.
      }
    }
    return count;
  }

  /** Deletes all answers, and says how many that were. */
  public int clear() {
    return deleteOlderThan(Duration.ofSeconds(-1));
  }

  /** Returns how many octets the answers take. */
  public long octetCount() {
    long count = 0;
    for (Path file : files()) {
      try {
        count += Files.size(file);
      } catch (IOException gone) {
        // It takes no room any more.
      }
    }
    return count;
  }

  /** Returns how many answers there are. */
  public int answerCount() {
    return files().size();
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (name.endsWith(ENDING) || name.endsWith(UNFINISHED)) {
          files.add(entry);
        }
      }
    } catch (IOException noFolder) {
      return List.of();
    }
    return files;
  }

  /** A file from the future is new: the clock was set. */
  private static Duration ageOf(Path file) throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    Duration age = Duration.between(time.toInstant(), Instant.now());
    return age.isNegative() ? Duration.ZERO : age;
  }

  /**
   * Returns the first line of the file: an address is ASCII without blanks. A name and a password
   * in it are left out, here and in the name that is made of it.
   */
  private static String headOf(WebRequest request) {
    URI address = request.address();
    String text = address.toASCIIString();
    if (address.getRawUserInfo() != null) {
      text = text.replace("//" + address.getRawUserInfo() + "@", "//");
    }
    return request.method() + " " + text + "\n";
  }

  /** Two FNV-1a hashes of 64 bits, from different beginnings, make the name. */
  private Path fileOf(WebRequest request) {
    String head = headOf(request);
    long first = 0xCBF29CE484222325L;
    long second = 0x84222325CBF29CE4L;
    for (int i = 0; i < head.length(); i++) {
      first = (first ^ head.charAt(i)) * 0x100000001B3L;
      second = (second ^ head.charAt(i) ^ i) * 0x100000001B3L;
    }
    return folder.resolve(digits(first) + digits(second) + ENDING);
  }

  private static String digits(long number) {
    String digits = Long.toHexString(number);
    return "0".repeat(16 - digits.length()) + digits;
  }
}
