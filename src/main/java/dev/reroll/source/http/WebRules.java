package dev.reroll.source.http;

import java.time.Duration;

/**
 * How long and how much the client takes from a server before it gives up.
 *
 * @param connect how long a connection may take
 * @param answer how long the head of an answer may take, the server's own work included
 * @param stall a time in which at least {@code stallOctets} must arrive once the body has begun
 * @param stallOctets the least that arrives in each such time
 * @param maxOctets of one answer, as they come over the wire
 * @param retryCount how often a request is sent again after a passing failure
 * @param backoff the pause before the first repetition; each further one is twice as long
 * @param maxWait the longest pause that a server may ask for
 */
public record WebRules(
    Duration connect,
    Duration answer,
    Duration stall,
    int stallOctets,
    int maxOctets,
    int retryCount,
    Duration backoff,
    Duration maxWait) {
  /** What suits a person who waits at a terminal, and a public server. */
  public static final WebRules DEFAULT =
      new WebRules(
          Duration.ofSeconds(15),
          Duration.ofSeconds(60),
          Duration.ofSeconds(20),
          2_000,
          256 << 20,
          2,
          Duration.ofSeconds(1),
          Duration.ofSeconds(60));
}
