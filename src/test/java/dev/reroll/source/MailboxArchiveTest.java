package dev.reroll.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.Person;
import dev.reroll.message.MailboxSplitter;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.series.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a mailbox answers, which is what a server with the same mails would. */
class MailboxArchiveTest {
  private static final Person MIRA = new Person("Mira Holt", "mira.holt@example.org");
  private static final Query.Span YEAR =
      new Query.Span(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-12-31T00:00:00Z"));

  private static final String DIFF =
      "diff --git a/one.c b/one.c\n--- a/one.c\n+++ b/one.c\n@@ -1 +1 @@\n-old\n+new\n";

  private final MailboxArchive archive =
      MailboxArchive.of("list.mbox", messages(), Progress.SILENT);

  @Test
  void threadIsWholeFromWhicheverMailItIsAskedFor() {
    for (String id : List.of("cover", "p1", "p2", "re")) {
      assertThat(ids(archive.thread(new MessageId(id + "@x"))))
          .containsExactly("p2@x", "cover@x", "p1@x", "re@x");
    }
  }

  @Test
  void mailsThatNameTheSameAbsentMailAreOneThread() {
    assertThat(ids(archive.thread(new MessageId("a@x")))).containsExactly("a@x", "b@x");
    assertThat(archive.thread(new MessageId("absent@x"))).isEmpty();
  }

  @Test
  void searchBringsWholeThreads() {
    assertThat(ids(archive.search(new Query.SameChangeId("20260101-one-0123456789ab"))))
        .containsExactly("p2@x", "cover@x", "p1@x", "re@x");
    assertThat(archive.search(new Query.SameChangeId("20260101-two-0123456789ab"))).isEmpty();
    assertThat(ids(archive.search(new Query.Thread(new MessageId("b@x")))))
        .containsExactly("a@x", "b@x");
  }

  @Test
  void titleIsFoundWhateverItsPunctuationAndCase() {
    assertThat(ids(archive.search(new Query.SameTitle("Net: ONE, fix it!", MIRA, YEAR))))
        .containsExactly("p2@x", "cover@x", "p1@x", "re@x");
    assertThat(archive.search(new Query.SameTitle("net one fix", MIRA, YEAR))).isNotEmpty();
    assertThat(archive.search(new Query.SameTitle("one net", MIRA, YEAR))).isEmpty();
    assertThat(archive.search(new Query.SameTitle("et: one", MIRA, YEAR))).isEmpty();
  }

  @Test
  void authorIsKnownByAddressOrByName() {
    Person moved = new Person("Mira Holt", "mira@new.example.org");
    Person other = new Person("Bo Other", "bo@example.org");
    assertThat(archive.search(new Query.SameAuthor(MIRA, YEAR))).hasSize(4);
    assertThat(archive.search(new Query.SameAuthor(moved, YEAR))).hasSize(4);
    assertThat(archive.search(new Query.SameAuthor(other, YEAR))).isEmpty();
  }

  @Test
  void timeBoundsWhatIsFound() {
    Query.Span before = new Query.Span(Instant.EPOCH, Instant.parse("2026-01-02T00:00:00Z"));
    assertThat(archive.search(new Query.SameAuthor(MIRA, before))).isEmpty();
    assertThat(archive.search(new Query.SameTitle("net: one", MIRA, before))).isEmpty();
  }

  private static List<String> ids(List<RawMessage> messages) {
    return messages.stream().map(message -> message.id().orElseThrow().value()).toList();
  }

  private static List<RawMessage> messages() {
    String list =
        mail("p2", "References: <cover@x> <p1@x>", "[PATCH 2/2] net: two", DIFF)
            + mail(
                "cover", "", "[PATCH 0/2] net: numbers", "change-id: 20260101-one-0123456789ab\n")
            + mail("a", "In-Reply-To: <absent@x>", "hello", "text\n")
            + mail("p1", "In-Reply-To: <cover@x>", "[PATCH 1/2] net: one: fix it", DIFF)
            + mail("b", "References: <absent@x>", "hello again", "text\n")
            + mail("re", "In-Reply-To: <p1@x>", "Re: [PATCH 1/2] net: one: fix it", "Why?\n");
    List<RawMessage> messages = new ArrayList<>();
    MailboxSplitter.split(Octets.utf8(list), "list.mbox").forEach(messages::add);
    return messages;
  }

  private static String mail(String id, String header, String subject, String body) {
    boolean isReply = subject.startsWith("Re: ") || subject.startsWith("hello");
    String from = isReply ? "Bo Other <bo@example.org>" : "Mira Holt <mira.holt@example.org>";
    return "From mboxrd@z Thu Jan  1 00:00:00 1970\nFrom: "
        + from
        + "\nDate: Mon, 02 Mar 2026 10:00:00 +0000\nSubject: "
        + subject
        + "\nMessage-ID: <"
        + id
        + "@x>\n"
        + (header.isEmpty() ? "" : header + "\n")
        + "\n"
        + body
        + "\n";
  }
}
