package dev.reroll.source.http;

import dev.reroll.message.Octets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Keeps answers in a folder, a file each, as old as the file's time says.
 *
 * <p>The name of a file is a digest of the request: nothing that a mail or a server says becomes a
 * path. A file appears whole, by renaming, so that runs beside each other read and write as they
 * like. What goes wrong on the disk counts as "not kept": a cache never breaks a run.
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
   * Holds an answer that was kept.
   *
   * @param body as it was stored
   * @param age how long ago that was
   */
  public record Kept(Octets body, Duration age) {}

  /** Finds the answer to {@code request}, if it is not older than {@code mostAge}. */
  public Optional<Kept> find(WebRequest request, Duration mostAge) {
    Path file = fileOf(request);
    try {
      Duration age = ageOf(file);
      return age.compareTo(mostAge) <= 0
          ? Optional.of(new Kept(Octets.wrap(Files.readAllBytes(file)), age))
          : Optional.empty();
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  /** Keeps {@code body} as the answer to {@code request}, in place of an older one. */
  public void store(WebRequest request, Octets body) {
    try {
      Files.createDirectories(folder);
      Path unfinished = Files.createTempFile(folder, "", UNFINISHED);
      try {
        Files.write(unfinished, body.toByteArray());
        Files.move(unfinished, fileOf(request), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException notKept) {
      // The next run asks the server again.
    }
  }

  /** Deletes what is older than {@code mostAge}, and says how many answers that were. */
  public int deleteOlderThan(Duration mostAge) {
    int count = 0;
    for (Path file : files()) {
      try {
        if (ageOf(file).compareTo(mostAge) > 0 && Files.deleteIfExists(file)) {
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

  private Path fileOf(WebRequest request) {
    byte[] key = (request.method() + " " + request.address()).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
      return folder.resolve(HexFormat.of().formatHex(digest) + ENDING);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
