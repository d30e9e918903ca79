package dev.reroll.source.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Refusal;
import dev.reroll.series.Query;
import dev.reroll.source.http.WebClient.WebRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real public-inbox answers to our requests. */
class PublicInboxIT {
  private static final String COVER_1 =
      mail("20261101090000.77-1-ann@example.org", "[PATCH 0/1] frob: say \"hi\"", "");
  private static final String PATCH_1 =
      patch("20261101090000.77-2-ann@example.org", "[PATCH 1/1] frob: don't wait (v6.1)", "-1-");
  private static final String REPLY =
      mail(
          "odd/id+%25@example.org",
          "Re: [PATCH 1/1] frob: don't wait (v6.1)",
          "In-Reply-To: <20261101090000.77-2-ann@example.org>\n");
  private static final String COVER_2 =
      mail("20261108090000.78-1-ann@example.org", "[PATCH v2 0/1] frob: say \"hi\"", "");
  private static final String OTHER =
      mail("o1@example.org", "[RFC] parser: talk", "").replace("Ann", "Bob").replace("ann", "bob");

  private static PublicInbox inbox;

  private final Client client;

  PublicInboxIT(@TempDir Path folder) {
    client = new Client(folder);
  }

  @BeforeAll
  static void serve(@TempDir Path home) throws Exception {
    PublicInbox.require();
    inbox = new PublicInbox(home);
    inbox
        .with("frob", octets(COVER_1, PATCH_1, REPLY, COVER_2))
        .with("parser", octets(OTHER))
        .serve();
  }

  @AfterAll
  static void stop() {
    if (inbox != null) {
      inbox.close();
    }
  }

  @Test
  void aThreadComesByteForByteInOrderOfArrival() throws Exception {
    assertThat(texts(frob().thread(id("20261101090000.77-2-ann@example.org"))))
        .containsExactly(COVER_1, PATCH_1, REPLY);
  }

  @Test
  void anIdWithOddCharactersIsFound() throws Exception {
    assertThat(texts(frob().thread(id("odd/id+%25@example.org")))).contains(REPLY);
  }

  @Test
  void anUnknownIdHasNoThread() throws Exception {
    assertThat(frob().thread(id("nobody@example.org"))).isEmpty();
  }

  @Test
  void idsThatBeginAlikeAreNamed() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> frob().thread(id("20261101090000.77-1-ann@example.com")));
    assertThat(refusal)
        .hasMessageEndingWith(
            " has no mail '20261101090000.77-1-ann@example.com', but"
                + " 20261101090000.77-1-ann@example.org");
  }

  @Test
  void aMailOfAnotherListIsFetchedFromThere() throws Exception {
    assertThat(texts(frob().thread(id("o1@example.org")))).containsExactly(OTHER);
  }

  @Test
  void aServerWithoutAListLeadsToTheListThatHasTheMail() throws Exception {
    String root = inbox.url("frob").replace("frob/", "");
    assertThat(texts(client.at(ServerAddress.ofBase(root)).thread(id("o1@example.org"))))
        .containsExactly(OTHER);
  }

  @Test
  void aTitleWithQuotesFindsBothVersionsWithTheirThreads() throws Exception {
    assertThat(texts(frob().search(title("frob: say \"hi\""))))
        .containsExactly(COVER_1, PATCH_1, REPLY, COVER_2);
    assertThat(texts(frob().search(title("frob: don't wait (v6.1)"))))
        .containsExactly(COVER_1, PATCH_1, REPLY);
    assertThat(frob().search(title("frob: never sent"))).isEmpty();
    assertThat(client.said()).isEmpty();
  }

  @Test
  void titlesThatLookLikeOperatorsAreWords() throws Exception {
    for (String title : List.of("NOT", "AND (", "*", "\"", "s:x OR", "a AND", "(((", "d:1..2")) {
      assertThat(frob().search(title(title))).as(title).isEmpty();
    }
  }

  @Test
  void aSearchOutsideTheTimeFindsNothing() throws Exception {
    Query.Span before =
        new Query.Span(
            Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2020-02-01T00:00:00Z"));
    assertThat(frob().search(new Query.SameTitle("frob: say \"hi\"", ann(), before))).isEmpty();
  }

  @Test
  void aChangeIdIsFoundInTheText() throws Exception {
    assertThat(texts(frob().search(new Query.SameChangeId("20261101-frob-0123456789ab"))))
        .containsExactly(COVER_1, PATCH_1, REPLY);
    assertThat(frob().search(new Query.SameChangeId("20261101-frob-ffff56789abc"))).isEmpty();
  }

  @Test
  void thePatchesOfAnAuthorAreFoundWithoutTheirAnswers() throws Exception {
    assertThat(texts(frob().search(new Query.SameAuthor(ann(), year()))))
        .containsExactly(COVER_1, PATCH_1, REPLY, COVER_2);
    Person bob = new Person("Bob Example", "bob@example.org");
    ServerAddress parser = ServerAddress.ofBase(inbox.url("parser"));
    assertThat(texts(client.at(parser).search(new Query.SameAuthor(bob, year()))))
        .containsExactly(OTHER);
    assertThat(client.at(parser).search(new Query.SameAuthor(ann(), year()))).isEmpty();
  }

  @Test
  void theServerReadsThePlainFormToo() throws Exception {
    for (Query query :
        List.of(
            title("frob: say \"hi\""),
            new Query.SameChangeId("20261101-frob-0123456789ab"),
            new Query.SameAuthor(ann(), year()))) {
      String plain = SearchTerms.of(query).get(1);
      ServerAddress address = ServerAddress.ofBase(inbox.url("frob"));
      Fetcher fetcher = client.fetcher();
      assertThat(texts(fetcher.fetch(WebRequest.post(address.search(plain))).mails()))
          .as(plain)
          .contains(COVER_1);
    }
  }

  private static Query title(String title) {
    return new Query.SameTitle(title, ann(), year());
  }

  private static Query.Span year() {
    return new Query.Span(
        Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-12-31T00:00:00Z"));
  }

  private static Person ann() {
    return new Person("Ann Example", "ann@example.org");
  }

  private PublicInboxServer frob() {
    return client.at(ServerAddress.ofBase(inbox.url("frob")));
  }

  private static MessageId id(String value) {
    return new MessageId(value);
  }

  private static String patch(String id, String subject, String text) {
    return mail(id, subject, "In-Reply-To: <20261101090000.77-1-ann@example.org>\n")
        + "change-id: 20261101-frob-0123456789ab\n---\n f | 2 +-\n\ndiff --git a/f b/f\n"
        + ("--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n+" + text + "\n");
  }

  private static String mail(String id, String subject, String headers) {
    String day = id.startsWith("20261108") ? "8" : "1";
    return ("From: Ann Example <ann@example.org>\nTo: frob@example.org\nSubject: " + subject)
        + ("\nDate: Sun, " + day + " Nov 2026 09:00:00 +0000\nMessage-ID: <" + id + ">\n")
        + (headers + "\nFrom the beginning:\n>From quoted\n\ntext\n");
  }

  private static List<byte[]> octets(String... mails) {
    return List.of(mails).stream().map(mail -> mail.getBytes(StandardCharsets.UTF_8)).toList();
  }

  private static List<String> texts(List<RawMessage> mails) {
    return mails.stream().map(mail -> mail.octets().toString()).toList();
  }
}
