package dev.reroll.source.http;

import dev.reroll.source.Progress;
import dev.reroll.source.http.WebClient.WebAnswer;
import java.io.IOException;
import java.time.Duration;

/**
 * Waits for an exchange, shows how far it is, and gives up where it is too slow: a server that
 * sends an octet now and then would hold a reader for ever, whatever the timeout of a single read.
 */
final class Waiting {
  private static final long TICK_MILLIS = 100;

  private final Exchange exchange;
  private final WebRules rules;
  private final Runnable tick;
  private final long start = System.nanoTime();
  private long windowStart = start;
  private long countAtWindowStart;

  private Waiting(Exchange exchange, WebRules rules, Runnable tick) {
    this.exchange = exchange;
    this.rules = rules;
    this.tick = tick;
  }

  /** Waits until {@code exchange} is over. */
  static WebAnswer on(Exchange exchange, WebRules rules, Progress progress, String task)
      throws IOException {
    Runnable tick = () -> progress.step(task, exchange.receivedCount() >> 10, kilobytes(exchange));
    try {
      new Waiting(exchange, rules, tick).untilOver();
      return exchange.answer();
    } finally {
      exchange.abandon();
      progress.end();
    }
  }

  private static long kilobytes(Exchange exchange) {
    return exchange.totalCount() < 0 ? Progress.UNKNOWN : exchange.totalCount() >> 10;
  }

  private void untilOver() throws IOException {
    try {
      while (!exchange.isOverWithin(TICK_MILLIS)) {
        tick.run();
        giveUpIfSlow();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  private void giveUpIfSlow() throws TooSlow {
    long now = System.nanoTime();
    if (!exchange.hasHead()) {
      Duration whole = rules.connect().plus(rules.answer());
      if (now - start > whole.toNanos()) {
        throw new TooSlow("no answer in " + seconds(whole));
      }
      windowStart = now;
    } else if (now - windowStart > rules.stall().toNanos()) {
      long count = exchange.receivedCount() - countAtWindowStart;
      if (count < rules.stallOctets()) {
        throw new TooSlow("only " + count + " bytes came in " + seconds(rules.stall()));
      }
      windowStart = now;
      countAtWindowStart = exchange.receivedCount();
    }
  }

  /** Returns a time as people say it. */
  static String seconds(Duration time) {
    long millis = time.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }

  /** Says that a server takes too long. */
  static final class TooSlow extends IOException {
    private static final long serialVersionUID = 1L;

    TooSlow(String message) {
      super(message);
    }
  }
}
