package dev.reroll.source.server;

import dev.reroll.mail.Person;
import dev.reroll.series.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Says a query in the words of public-inbox's search: the way that finds best, then one that the
 * plainest parser can read. What would match everything becomes no query at all.
 *
 * <p>Titles and names come from mails: inside quotes only a quote means anything, and those are
 * taken out. In the plain form only letters and digits are left, in lower case, so that nothing is
 * an operator.
 */
final class SearchTerms implements Query.Visitor<List<String>> {
  /** What stands first in the subjects of patches; in answers "re" stands before it. */
  private static final List<String> FIRST_WORDS = List.of("patch", "rfc", "resend");

  private static final int MAX_WORDS = 24;
  private static final long SECONDS_A_DAY = 86_400;

  /** The end of the year 9999. */
  private static final long LAST_SECOND = 253_402_300_799L;

  private SearchTerms() {}

  /** Returns the forms to try, the best first; none for a thread, which is fetched. */
  static List<String> of(Query query) {
    return query.fold(new SearchTerms());
  }

  @Override
  public List<String> thread(Query.Thread query) {
    return List.of();
  }

  @Override
  public List<String> sameChangeId(Query.SameChangeId query) {
    List<String> words = wordsOf(query.changeId());
    return words.isEmpty()
        ? List.of()
        : List.of("nq:" + quoted("change-id: " + query.changeId()), prefixed("nq:", words));
  }

  @Override
  public List<String> sameTitle(Query.SameTitle query) {
    List<String> words = wordsOf(query.title());
    if (words.isEmpty()) {
      return List.of();
    }
    String days = days(query.span());
    return List.of(
        joined("s:" + quoted(query.title()), from(query.author()), days),
        joined(prefixed("s:", words), plainlyFrom(query.author()), days));
  }

  @Override
  public List<String> sameAuthor(Query.SameAuthor query) {
    String author = from(query.author());
    if (author.isEmpty()) {
      return List.of();
    }
    String days = days(query.span());
    List<String> answers = new ArrayList<>();
    for (String first : FIRST_WORDS) {
      answers.add("NOT s:\"re " + first + "\"");
    }
    String patches = "(s:patch* OR s:rfc*) AND " + String.join(" AND ", answers);
    return List.of(
        joined(author, days, patches), joined(plainlyFrom(query.author()), days, "s:patch"));
  }

  private static String from(Person author) {
    String who = author.address().isEmpty() ? author.name() : author.address();
    return wordsOf(who).isEmpty() ? "" : "f:" + quoted(who);
  }

  private static String plainlyFrom(Person author) {
    String who = author.address().isEmpty() ? author.name() : author.address();
    return prefixed("f:", wordsOf(who));
  }

  private static String days(Query.Span span) {
    return "d:" + day(span.from()) + ".." + day(span.to());
  }

  /** Years outside 1970 to 9999 are not searched for; the JDK's formatter is slow to load. */
  private static String day(Instant moment) {
    long seconds = Math.max(0, Math.min(LAST_SECOND, moment.getEpochSecond()));
    LocalDate day = LocalDate.ofEpochDay(seconds / SECONDS_A_DAY);
    int digits = day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    return String.valueOf(digits);
  }

  private static String joined(String... parts) {
    List<String> filled = new ArrayList<>();
    for (String part : parts) {
      if (!part.isEmpty()) {
        filled.add(part);
      }
    }
    return String.join(" AND ", filled);
  }

  private static String quoted(String text) {
    StringBuilder plain = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(c == '"' || c < ' ' || (c >= '\u201C' && c <= '\u201F') ? ' ' : c);
    }
    return plain.append('"').toString();
  }

  private static String prefixed(String prefix, List<String> words) {
    return words.isEmpty() ? "" : prefix + String.join(" " + prefix, words);
  }

  private static List<String> wordsOf(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String spaced = text.toLowerCase(Locale.ROOT) + " ";
    for (int i = 0; i < spaced.length() && words.size() < MAX_WORDS; i++) {
      char c = spaced.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '_') {
        word.append(c);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }
}
