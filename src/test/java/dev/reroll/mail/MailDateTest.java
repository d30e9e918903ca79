package dev.reroll.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Thu, 1 Jan 2026 12:00:01 +0100 | 2026-01-01T11:00:01Z",
        "Thu,  1 Jan 2026 12:00:01 -0530 (IST) | 2026-01-01T17:30:01Z",
        "1 Jan 2026 12:00 GMT | 2026-01-01T12:00:00Z",
        "Thu, 01 January 26 12:00:60 EST | 2026-01-01T17:00:59Z",
        "Thu, 1 Jan 99 12:00:00 | 1999-01-01T12:00:00Z",
      })
  void isReadInCurrentAndObsoleteForms(String header, String expected) {
    assertThat(MailDate.parse(header)).contains(Instant.parse(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "Thu, 32 Jan 2026 12:00:00 +0000",
        "Thu, 1 Foo 2026 12:00:00 +0000",
        "Thu, 1 Jan 2026 25:00:00 +0000",
        "Thu, 1 Jan 2026 12:00:00 +9900",
        "1 Jan 2026 x:y:z",
      })
  void nonsenseIsNoDate(String header) {
    assertThat(MailDate.parse(header)).isEmpty();
  }
}
