package dev.reroll.source.mirror;

import dev.reroll.source.Limits;
import dev.reroll.source.Progress;
import dev.reroll.source.mirror.update.IndexOptions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Indexes a mirror in a process of its own: {@code CACHE DIR STOP}. Says how far it is, and having
 * read {@code STOP} mails it goes on only when it is told to, by an octet on standard input.
 */
final class IndexProcess implements Progress {
  private final long stop;

  private IndexProcess(long stop) {
    this.stop = stop;
  }

  /** Runs it; prints a line for each step, and one for the report. */
  public static void main(String[] arguments) throws Exception {
    IndexOptions manner =
        new IndexOptions(
            Path.of(arguments[0]),
            Limits.DEFAULT,
            new IndexProcess(Long.parseLong(arguments[2])),
            diagnostic -> System.out.println(diagnostic));
    System.out.println(new MirrorIndexing(manner).index(Path.of(arguments[1]), false));
  }

  @Override
  public void step(String task, long done, long total) {
    System.out.println("step " + done);
    if (done == stop) {
      try {
        System.in.read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void end() {
    System.out.println("end");
  }

  /** Starts it; what it says on standard error is our own. */
  static Process start(Path cache, Path mirror, int stop) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            IndexProcess.class.getName(),
            cache.toString(),
            mirror.toString(),
            Integer.toString(stop));
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .directory(new File(".").getAbsoluteFile())
        .start();
  }
}
