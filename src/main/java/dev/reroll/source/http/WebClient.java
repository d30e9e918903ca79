package dev.reroll.source.http;

import dev.reroll.bytes.Octets;
import dev.reroll.problem.Refusal;
import dev.reroll.source.Progress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;

/**
 * Asks servers, one request after the other and over one connection where they keep it open; waits
 * when they ask for it, and asks again after a passing failure (429, 500, 502, 503, 504, a broken
 * transfer).
 */
public final class WebClient {
  private final ProxyChoice proxies;
  private final WebRules rules;
  private final Progress progress;
  private final Consumer<String> remarks;

  /**
   * Creates a client; nothing is sent yet.
   *
   * @param remarks hears of pauses that a person would wonder about
   */
  public WebClient(
      ProxyChoice proxies, WebRules rules, Progress progress, Consumer<String> remarks) {
    this.proxies = proxies;
    this.rules = rules;
    this.progress = progress;
    this.remarks = remarks;
  }

  /**
   * Asks, and returns what the server said: any status that is not a passing failure, or the last
   * one of these. Redirects are not followed.
   *
   * @throws Refusal where the server was not reached, was too slow, sent too much, or asks for a
   *     longer pause than anyone waits
   */
  public WebAnswer ask(WebRequest request) throws Refusal {
    WebFailure failure = new WebFailure(request, rules);
    Duration pause = rules.backoff();
    for (int attempt = 0; ; attempt++) {
      boolean isLast = attempt >= rules.retryCount();
      try {
        WebAnswer answer = once(request);
        if (isLast || !mayPass(answer.status(), request)) {
          return answer;
        }
        rest(wanted(answer, pause, failure), request, "it answered " + answer.status());
      } catch (IOException failed) {
        if (isLast || !mayPass(failed)) {
          throw failure.refusal(failed);
        }
        rest(pause, request, failure.words(failed));
      }
      pause = pause.multipliedBy(2);
    }
  }

  private WebAnswer once(WebRequest request) throws IOException {
    Exchange exchange = new Exchange(request, proxies, rules);
    exchange.start();
    return Waiting.on(exchange, rules, progress, "fetching from " + request.host() + ", kB");
  }

  /** A search that is refused with 500 is refused again: the server cannot read the query. */
  private static boolean mayPass(int status, WebRequest request) {
    return switch (status) {
      case 429, 502, 503, 504 -> true;
      case 500 -> request.method().equals("GET");
      default -> false;
    };
  }

  private static boolean mayPass(IOException failed) {
    return !(failed instanceof UnknownHostException
        || failed instanceof ConnectException
        || failed instanceof NoRouteToHostException
        || failed instanceof SSLException
        || failed instanceof Waiting.TooSlow
        || failed instanceof Exchange.TooLarge);
  }

  private Duration wanted(WebAnswer answer, Duration usual, WebFailure failure) throws Refusal {
    Optional<Duration> asked =
        answer.retryAfter().flatMap(header -> RetryAfter.read(header, Instant.now()));
    if (asked.isPresent() && asked.get().compareTo(rules.maxWait()) > 0) {
      throw failure.tooLongAWait(answer.status(), asked.get());
    }
    return asked.orElse(usual);
  }

  private void rest(Duration pause, WebRequest request, String why) throws Refusal {
    if (pause.compareTo(Duration.ofSeconds(1)) >= 0) {
      remarks.accept(
          request.host() + ": " + why + "; asking again in " + Waiting.seconds(rounded(pause)));
    }
    long end = System.nanoTime() + pause.toNanos();
    try {
      for (long left = pause.toNanos(); left > 0; left = end - System.nanoTime()) {
        progress.step("waiting for " + request.host() + ", s", left / 1_000_000_000, -1);
        Thread.sleep(Math.min(100, left / 1_000_000 + 1));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Refusal.unreached("interrupted while waiting for " + request.host());
    } finally {
      progress.end();
    }
  }

  private static Duration rounded(Duration pause) {
    return Duration.ofSeconds(pause.plusMillis(500).toSeconds());
  }

  /** Reads the {@code Retry-After} header (RFC 9110, 10.2.3): seconds, or a date. */
  static final class RetryAfter {
    private static final int MAX_DIGITS = 9;

    private RetryAfter() {}

    /** Finds how long to wait, seen from {@code now}; a date that is over means not at all. */
    static Optional<Duration> read(String header, Instant now) {
      String text = header.strip();
      if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
        boolean endless = text.length() > MAX_DIGITS;
        return Optional.of(Duration.ofSeconds(endless ? 999_999_999 : Long.parseLong(text)));
      }
      try {
        Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        Duration left = Duration.between(now, then);
        return Optional.of(left.isNegative() ? Duration.ZERO : left.plusMillis(999));
      } catch (DateTimeException noDate) {
        return Optional.empty();
      }
    }
  }

  /**
   * What a server said.
   *
   * @param status the number of RFC 9110, section 15
   * @param contentType as sent; empty where there is none
   * @param location where else to ask
   * @param retryAfter when to ask again, as sent
   * @param body as it came; never unpacked
   */
  public record WebAnswer(
      int status,
      String contentType,
      Optional<String> location,
      Optional<String> retryAfter,
      Octets body) {}

  /**
   * Asks for one thing.
   *
   * @param method {@code GET}, or {@code POST} without a body
   * @param address where, in ASCII
   */
  public record WebRequest(String method, URI address) {
    /** Asks for what is at {@code address}. */
    public static WebRequest get(URI address) {
      return new WebRequest("GET", address);
    }

    /** Asks {@code address} to do something: all that it needs to know is in the address. */
    public static WebRequest post(URI address) {
      return new WebRequest("POST", address);
    }

    /** Returns the name of the server, with its port where that is unusual. */
    public String host() {
      return address.getPort() < 0
          ? String.valueOf(address.getHost())
          : address.getHost() + ":" + address.getPort();
    }
  }
}
