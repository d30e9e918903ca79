package dev.reroll.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MailDateGeneratedTest {
  private static final DateTimeFormatter HEADER =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);

  @Test
  void everyDayOfFourCenturiesIsTheDayThatJavaCallsSo() {
    OffsetDateTime first = OffsetDateTime.of(1899, 12, 30, 12, 34, 56, 0, ZoneOffset.ofHours(-3));
    for (int day = 0; day < 146_100; day++) {
      OffsetDateTime date = first.plusDays(day);
      assertThat(MailDate.parse(date.format(HEADER))).contains(date.toInstant());
    }
  }

  @Test
  void drawnMomentsAreThoseThatWereWritten() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      Instant instant = Instant.EPOCH.plus(Duration.ofSeconds(random.nextLong(4_000_000_000L)));
      ZoneOffset zone = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-14 * 60, 14 * 60));
      String header = instant.atOffset(zone).format(HEADER);
      assertThat(MailDate.parse(header)).as("seed %d: %s", seed, header).contains(instant);
    }
  }

  @Test
  void daysThatThereAreNotAreNone() {
    assertThat(MailDate.parse("Wed, 29 Feb 2023 00:00:00 +0000")).isEmpty();
    assertThat(MailDate.parse("Thu, 31 Apr 2026 00:00:00 +0000")).isEmpty();
    assertThat(MailDate.parse("Thu, 29 Feb 2024 00:00:00 +0000"))
        .contains(Instant.parse("2024-02-29T00:00:00Z"));
  }
}
