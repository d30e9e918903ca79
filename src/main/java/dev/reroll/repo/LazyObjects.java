package dev.reroll.repo;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Gets objects that a partial clone left on its server: {@code git cat-file --batch} fetches what
 * is missing. Git is started for the first of them. Not for several threads at once.
 */
final class LazyObjects implements AutoCloseable {
  private final Path gitFolder;
  private final boolean isPartialClone;
  private @Nullable Process process;

  LazyObjects(Path gitFolder, boolean isPartialClone) {
    this.gitFolder = gitFolder;
    this.isPartialClone = isPartialClone;
  }

  /** Finds an object; empty where it is not for git to fetch, or git cannot. */
  Optional<byte[]> find(AnyObjectId id) throws IOException {
    if (!isPartialClone) {
      return Optional.empty();
    }
    Process git = started();
    OutputStream asking = git.getOutputStream();
    asking.write((id.name() + "\n").getBytes(StandardCharsets.US_ASCII));
    asking.flush();
    String[] header = line(git.getInputStream()).split(" ", -1);
    if (header.length != 3) {
      return Optional.empty();
    }
    byte[] content = git.getInputStream().readNBytes(Integer.parseInt(header[2]));
    git.getInputStream().read();
    return Optional.of(content);
  }

  private Process started() throws IOException {
    Process running = process;
    if (running == null) {
      running =
          new ProcessBuilder("git", "--git-dir=" + gitFolder, "cat-file", "--batch")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process = running;
    }
    return running;
  }

  /** Reads the line {@code ID KIND SIZE}, or {@code ID missing}. */
  private static String line(InputStream stream) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = stream.read(); octet != '\n'; octet = stream.read()) {
      if (octet < 0) {
        throw new EOFException("git cat-file ended");
      }
      line.write(octet);
    }
    return line.toString(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroy();
    }
  }
}
