package dev.reroll.deliver;

import dev.reroll.message.MessageId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What makes one mail different from every other.
 *
 * @param id its message id
 * @param date when it was composed
 */
public record Stamp(MessageId id, ZonedDateTime date) {
  private static final DateTimeFormatter IN_ID =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
  private static final DateTimeFormatter IN_HEADER =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  /** Makes one for now; its id is in the domain of {@code address}. */
  public static Stamp now(Clock clock, String address) {
    ZonedDateTime now = ZonedDateTime.now(clock);
    String random = Long.toUnsignedString(new SecureRandom().nextLong(), Character.MAX_RADIX);
    String domain = address.substring(address.indexOf('@') + 1);
    return new Stamp(new MessageId(IN_ID.format(now) + "." + random + "-reroll@" + domain), now);
  }

  /** Returns the date as a header has it (RFC 5322, 3.3). */
  String headerDate() {
    return IN_HEADER.format(date);
  }
}
