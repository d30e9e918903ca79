package dev.reroll.source.server;

import dev.reroll.source.Limits;
import java.time.Duration;

/**
 * When the server is asked, when an answer that was kept will do, and how much one may hold.
 *
 * @param expiry how old an answer may be; where it is zero none will do, and none is kept
 * @param isOffline whether no server is asked at all: then any age will do
 * @param limits of one mailbox, unpacked
 */
public record FetchOptions(Duration expiry, boolean isOffline, Limits limits) {
  /** More than any thread, or any search that makes sense: 512 MiB, 64 MiB, 200,000 mails. */
  private static final Limits LARGEST = new Limits(512 << 20, 64 << 20, 200_000);

  /** Keeps answers for {@code expiry}, none where it is zero. */
  public static FetchOptions keeping(Duration expiry) {
    return new FetchOptions(expiry, false, LARGEST);
  }

  /** Asks no server, and takes what was kept, however old. */
  public static FetchOptions offline() {
    return new FetchOptions(Duration.ZERO, true, LARGEST);
  }
}
