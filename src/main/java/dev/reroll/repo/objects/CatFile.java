package dev.reroll.repo.objects;

import dev.reroll.bytes.Octets;
import dev.reroll.repo.objects.ObjectStore.Kind;
import dev.reroll.repo.objects.ObjectStore.Stored;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks {@code git cat-file --batch} for objects: it reads what JGit cannot, and fetches what a
 * partial clone lacks. Git is started for the first question. Not for several threads at once.
 */
final class CatFile implements AutoCloseable {
  private final Path gitFolder;
  private final boolean fetching;
  private @Nullable Process process;
  private @Nullable InputStream answers;

  /**
   * Creates it; nothing is started yet.
   *
   * @param fetching whether git may fetch what a partial clone lacks; that it may not is known to
   *     git from 2.44 on
   */
  CatFile(Path gitFolder, boolean fetching) {
    this.gitFolder = gitFolder;
    this.fetching = fetching;
  }

  /** Finds the object that {@code name}, an id or an expression, stands for. */
  Optional<Stored> find(String name) throws IOException {
    if (name.indexOf('\n') >= 0) {
      return Optional.empty();
    }
    InputStream in = started();
    OutputStream asking = process().getOutputStream();
    asking.write((name + "\n").getBytes(StandardCharsets.UTF_8));
    asking.flush();
    String answer = line(in);
    String[] words = answer.split(" ", -1);
    boolean isFound = words.length == 3 && words[2].matches("\\d+") && answer.startsWith(words[0]);
    if (!isFound) {
      return Optional.empty();
    }
    byte[] content = in.readNBytes(Integer.parseInt(words[2]));
    in.read();
    Kind kind = Kind.valueOf(words[1].toUpperCase(Locale.ROOT));
    return Optional.of(new Stored(words[0], kind, Octets.wrap(content)));
  }

  /** Returns the command that runs git on a repository. */
  static String[] git(Path gitFolder, String... words) {
    String[] command = new String[words.length + 2];
    command[0] = "git";
    command[1] = "--git-dir=" + gitFolder;
    System.arraycopy(words, 0, command, 2, words.length);
    return command;
  }

  private InputStream started() throws IOException {
    InputStream running = answers;
    if (running == null) {
      ProcessBuilder builder = new ProcessBuilder(git(gitFolder, "cat-file", "--batch"));
      if (!fetching) {
        builder.environment().put("GIT_NO_LAZY_FETCH", "1");
      }
      process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      running = new BufferedInputStream(process.getInputStream());
      answers = running;
    }
    return running;
  }

  private Process process() {
    if (process == null) {
      throw new IllegalStateException("git is not running");
    }
    return process;
  }

  /** Reads the line {@code ID KIND SIZE}, {@code NAME missing} or {@code NAME ambiguous}. */
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
