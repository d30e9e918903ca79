package dev.reroll.cli;

import dev.reroll.source.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Draws how far some work is, in one line of a terminal that is drawn over and over, and gone at
 * the end. Work that is done within a second draws nothing.
 *
 * <pre>
 *   indexing io-uring, mails [#########           ] 4,500 of 9,999
 * </pre>
 */
final class ProgressBar implements Progress {
  private static final int WIDTH = 20;
  private static final long PATIENCE_NANOS = 1_000_000_000;
  private static final long INTERVAL_NANOS = 100_000_000;
  private static final String ERASE_LINE = "\r\033[K";

  private final OutputStream err;
  private final LongSupplier clock;
  private long drawn;
  private boolean isShown;

  /**
   * Starts now.
   *
   * @param clock tells nanoseconds
   */
  ProgressBar(OutputStream err, LongSupplier clock) {
    this.err = err;
    this.clock = clock;
    this.drawn = clock.getAsLong() + PATIENCE_NANOS - INTERVAL_NANOS;
  }

  /** Returns a bar where a person looks at standard error, unless {@code quiet}. */
  static Progress of(Streams streams, boolean quiet) {
    boolean isUseful =
        streams.errIsTerminal() && !"dumb".equals(streams.environment().get("TERM")) && !quiet;
    return isUseful ? new ProgressBar(streams.err(), System::nanoTime) : Progress.SILENT;
  }

  @Override
  public void step(String task, long done, long total) {
    long now = clock.getAsLong();
    if (now - drawn < INTERVAL_NANOS) {
      return;
    }
    drawn = now;
    isShown = true;
    write(ERASE_LINE + line(task, done, total));
  }

  static String line(String task, long done, long total) {
    if (total <= 0) {
      return String.format(Locale.ROOT, "%s %,d", task, done);
    }
    int filled = (int) (Math.min(done, total) * WIDTH / total);
    String bar = "#".repeat(filled) + " ".repeat(WIDTH - filled);
    return String.format(Locale.ROOT, "%s [%s] %,d of %,d", task, bar, done, total);
  }

  @Override
  public void end() {
    if (isShown) {
      write(ERASE_LINE);
      isShown = false;
    }
  }

  private void write(String text) {
    try {
      err.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException nobodyLooks) {
      isShown = false;
    }
  }
}
