package dev.reroll.cli.terminal;

import dev.reroll.render.text.VisibleText;
import dev.reroll.source.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/**
 * Shows on a terminal how far a piece of work is that takes more than a second: one line, written
 * over itself a few times a second, and taken away at the end.
 *
 * <pre>
 *   indexing io-uring, mails: 4500/9999 [#########           ] 45 %
 * </pre>
 */
public final class ProgressLine implements Progress {
  private static final long PATIENCE_NANOS = 1_000_000_000L;
  private static final long INTERVAL_NANOS = 200_000_000L;
  private static final int WIDTH = 78;
  private static final int BAR = 20;
  private static final String ERASED = "\r\u001B[K";

  private final OutputStream err;
  private final LongSupplier clock;
  private boolean isRunning;
  private long start;
  private long lastShown;
  private boolean isShown;

  private ProgressLine(OutputStream err, LongSupplier clock) {
    this.err = err;
    this.clock = clock;
  }

  /** Returns what fits the surroundings: a line on a terminal, else nothing at all. */
  public static Progress choose(Streams streams, boolean quiet) {
    return choose(streams, quiet, System::nanoTime);
  }

  /**
   * As {@link #choose(Streams, boolean)}, with another clock.
   *
   * @param clock nanoseconds from any origin
   */
  static Progress choose(Streams streams, boolean quiet, LongSupplier clock) {
    boolean isDumb = streams.environment().getOrDefault("TERM", "dumb").equals("dumb");
    return quiet || isDumb || !streams.errIsTerminal()
        ? Progress.SILENT
        : new ProgressLine(streams.err(), clock);
  }

  @Override
  public void step(String task, long done, long total) {
    long now = clock.getAsLong();
    if (!isRunning) {
      isRunning = true;
      start = now;
    }
    boolean due = !isShown || now - lastShown >= INTERVAL_NANOS;
    if (now - start >= PATIENCE_NANOS && due) {
      write(ERASED + text(task, done, total));
      lastShown = now;
      isShown = true;
    }
  }

  @Override
  public void end() {
    if (isShown) {
      write(ERASED);
    }
    isShown = false;
    isRunning = false;
  }

  private static String text(String task, long done, long total) {
    String count = total > 0 ? done + "/" + total + " " + percent(done, total) : "" + done;
    String visible = VisibleText.of(task);
    int room = Math.max(0, WIDTH - count.length() - 2);
    String kept = visible.length() > room ? visible.substring(0, room) : visible;
    return kept + ": " + count;
  }

  private static String percent(long done, long total) {
    long part = Math.min(done, total);
    int filled = (int) (part * BAR / total);
    return "[" + "#".repeat(filled) + " ".repeat(BAR - filled) + "] " + part * 100 / total + " %";
  }

  private void write(String text) {
    try {
      err.write(text.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException nobodyReads) {
      // The work goes on.
    }
  }
}
