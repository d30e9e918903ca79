package dev.reroll.source.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import dev.reroll.series.Query;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Queries in the words of public-inbox's search. */
class SearchTermsTest {
  private static final Person ANN = new Person("Ann Example", "ann@example.org");
  private static final Query.Span SPAN =
      new Query.Span(Instant.parse("2025-12-01T10:00:00Z"), Instant.parse("2026-03-09T00:00:00Z"));

  @Test
  void aChangeIdIsSearchedForInUnquotedText() {
    assertThat(SearchTerms.of(new Query.SameChangeId("20260101-frob-0123")))
        .containsExactly("nq:\"change-id: 20260101-frob-0123\"", "nq:20260101 nq:frob nq:0123");
  }

  @Test
  void aTitleIsSearchedForWithItsAuthorAndTime() {
    assertThat(SearchTerms.of(new Query.SameTitle("io_uring: fix it", ANN, SPAN)))
        .containsExactly(
            "s:\"io_uring: fix it\" AND f:\"ann@example.org\" AND d:20251201..20260309",
            "s:io_uring s:fix s:it AND f:ann f:example f:org AND d:20251201..20260309");
  }

  @Test
  void quotesOfEveryKindAreTakenOut() {
    String title = "a\" OR f:\"x\u201C\u201Db\u0007c";
    assertThat(SearchTerms.of(new Query.SameTitle(title, ANN, SPAN)).get(0))
        .startsWith("s:\"a  OR f: x  b c\" AND ");
  }

  @Test
  void withoutAnAddressTheNameIsSearchedFor() {
    assertThat(SearchTerms.of(new Query.SameTitle("x", new Person("Ann E", ""), SPAN)).get(0))
        .isEqualTo("s:\"x\" AND f:\"Ann E\" AND d:20251201..20260309");
    assertThat(SearchTerms.of(new Query.SameTitle("x", new Person("", ""), SPAN)).get(0))
        .isEqualTo("s:\"x\" AND d:20251201..20260309");
  }

  @Test
  void anAuthorsAnswersAreLeftOut() {
    assertThat(SearchTerms.of(new Query.SameAuthor(ANN, SPAN)))
        .containsExactly(
            "f:\"ann@example.org\" AND d:20251201..20260309 AND (s:patch* OR s:rfc*) AND"
                + " NOT s:\"re patch\" AND NOT s:\"re rfc\" AND NOT s:\"re resend\"",
            "f:ann f:example f:org AND d:20251201..20260309 AND s:patch");
  }

  @Test
  void momentsOutsideTheCalendarAreClamped() {
    Query.Span all = new Query.Span(Instant.MIN, Instant.MAX);
    assertThat(SearchTerms.of(new Query.SameTitle("x", ANN, all)).get(0))
        .endsWith(" AND d:19700101..99991231");
  }

  @Test
  void whatSaysNothingIsNoQuery() {
    Person nobody = new Person("--", "");
    assertThat(SearchTerms.of(new Query.SameTitle("...", ANN, SPAN))).isEmpty();
    assertThat(SearchTerms.of(new Query.SameAuthor(nobody, SPAN))).isEmpty();
    assertThat(SearchTerms.of(new Query.SameChangeId("\""))).isEmpty();
    assertThat(SearchTerms.of(new Query.Thread(new MessageId("a@b")))).isEmpty();
  }
}
