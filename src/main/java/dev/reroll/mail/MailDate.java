package dev.reroll.mail;

import dev.reroll.mail.subject.VersionToken;
import dev.reroll.mail.subject.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads a {@code Date} header (RFC 5322, 3.3, with the obsolete forms), leniently: {@code Thu, 1
 * Jan 2026 00:00:00 +0100 (CET)}. Written out by hand because the JDK's formatter is slow to load.
 */
public final class MailDate {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** From 1 March of the year 0 to 1 January 1970. */
  private static final int DAYS_TO_1970 = 719_468;

  private MailDate() {}

  /** Finds the moment that {@code header} names; none where it names none. */
  public static Optional<Instant> parse(String header) {
    int comma = header.indexOf(',');
    List<String> words = Words.of(header.substring(comma + 1), Words.BLANKS);
    if (words.size() < 4) {
      return Optional.empty();
    }
    OptionalInt day = VersionToken.number(words.get(0));
    int month = monthOf(words.get(1));
    OptionalInt year = VersionToken.number(words.get(2));
    String[] time = words.get(3).split(":", -1);
    if (day.isEmpty() || month == 0 || year.isEmpty() || time.length < 2) {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              fullYear(year.getAsInt()),
              month,
              day.getAsInt(),
              field(time, 0),
              field(time, 1),
              // A leap second is a second like any other to java.time, if it is not the 61st.
              Math.min(59, field(time, 2)));
      return Optional.of(instant(local, zone(words.size() > 4 ? words.get(4) : "")));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Returns what {@code local.toInstant(zone)} does; that one loads the formatter as well. */
  private static Instant instant(LocalDateTime local, ZoneOffset zone) {
    // Years begin in March here, so that a leap day is the last of its year.
    boolean isEarly = local.getMonthValue() < 3;
    int year = isEarly ? local.getYear() - 1 : local.getYear();
    int month = isEarly ? local.getMonthValue() + 9 : local.getMonthValue() - 3;
    int dayOfYear = (153 * month + 2) / 5 + local.getDayOfMonth() - 1;
    long day = 365L * year + year / 4 - year / 100 + year / 400 + dayOfYear - DAYS_TO_1970;
    long second = (day * 24 + local.getHour()) * 3600 + local.getMinute() * 60L + local.getSecond();
    return Instant.ofEpochSecond(second - zone.getTotalSeconds());
  }

  private static int monthOf(String word) {
    String start = word.substring(0, Math.min(3, word.length())).toLowerCase(Locale.ROOT);
    return MONTHS.indexOf(start) + 1;
  }

  private static int fullYear(int year) {
    return year >= 100 ? year : year < 50 ? 2000 + year : 1900 + year;
  }

  private static int field(String[] time, int index) {
    return index < time.length ? VersionToken.number(time[index]).orElse(-1) : 0;
  }

  private static ZoneOffset zone(String word) {
    boolean signed = word.length() == 5 && (word.charAt(0) == '+' || word.charAt(0) == '-');
    OptionalInt digits = signed ? VersionToken.number(word.substring(1)) : OptionalInt.empty();
    if (digits.isEmpty()) {
      return ZoneOffset.ofHours(namedZone(word));
    }
    int minutes = digits.getAsInt() / 100 * 60 + digits.getAsInt() % 100;
    return ZoneOffset.ofTotalSeconds((word.charAt(0) == '-' ? -60 : 60) * minutes);
  }

  private static int namedZone(String word) {
    return switch (word) {
      case "EDT" -> -4;
      case "EST", "CDT" -> -5;
      case "CST", "MDT" -> -6;
      case "MST", "PDT" -> -7;
      case "PST" -> -8;
      default -> 0;
    };
  }
}
