package dev.reroll.source.mirror.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Locator;
import dev.reroll.source.mirror.ListMail;
import dev.reroll.source.mirror.OpenMirror;
import dev.reroll.source.mirror.arrivals.MailFactsReader.MailFacts;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an index keeps of a mail. */
class MailFactsReaderTest {
  @Test
  void patchBringsItsIdAndItsPaths() {
    MailFacts facts = facts(new ListMail("p@x").about("[PATCH] foo: bar").patching("dir/foo.c"));
    assertThat(facts.kind()).isEqualTo(MailFacts.Kind.PATCH);
    assertThat(facts.paths()).containsExactly("dir/foo.c");
    assertThat(facts.patchIds()).hasSize(1);
    assertThat(facts.date()).contains(Instant.parse("2026-03-02T08:00:00Z"));
    assertThat(facts.authors()).isEmpty();
  }

  @Test
  void bothNamesOfARenamedFileAreKept() {
    String diff =
        """
        diff --git a/old.c b/new.c
        similarity index 100%
        rename from old.c
        rename to new.c
        """;
    ListMail mail = new ListMail("p@x").about("[PATCH] move it").saying("Move it.\n---\n" + diff);
    assertThat(facts(mail).paths()).containsExactlyInAnyOrder("old.c", "new.c");
  }

  @Test
  void inBodyAuthorIsKeptBesideTheSender() {
    String patch = text(new ListMail("p@x").patching("foo.c"));
    String body = patch.substring(patch.indexOf("\n\n") + 2);
    ListMail mail =
        new ListMail("p@x").about("[PATCH] it").saying("From: Ann Lund <ann@x>\n\n" + body);
    assertThat(facts(mail).authors()).containsExactly(new Person("Ann Lund", "ann@x"));
    assertThat(facts(mail).sender()).isEqualTo(OpenMirror.MIRA);
  }

  @Test
  void linksNameMailsWhateverTheServer() {
    MailFacts facts =
        facts(
            new ListMail("c@x")
                .about("[PATCH v3 0/2] it")
                .saying(
                    """
                    - Link to v2: https://lore.example.org/r/20260301-foo-v2-0-abc@x
                    v1: <http://lists.example.org/all/one%2Btwo@x/T/#u>
                    See [1], and https://example.org/about?who=me@example.org.
                    Supersedes: <old+1@x>
                    Signed-off-by: Ann Lund <ann@x>
                    > Link: https://lore.example.org/r/quoted@x

                    [1] https://patch.example.org/a+b@x
                    """));
    assertThat(facts.linked())
        .extracting(MessageId::value)
        .containsExactlyInAnyOrder("20260301-foo-v2-0-abc@x", "one+two@x", "old+1@x", "a+b@x");
  }

  @Test
  void diffItselfSaysNothingButWhatStandsBelowItDoes() {
    String patch = text(new ListMail("p@x").patching("foo.c"));
    String body =
        patch
                .substring(patch.indexOf("\n\n") + 2)
                .replace("+new", "+change-id: no, https://example.org/r/code@x")
            + "\n---\nbase-commit: 1234\nchange-id: 20260302-foo-1\n";
    MailFacts facts = facts(new ListMail("p@x").about("[PATCH] it").saying(body));
    assertThat(facts.changeIds()).containsExactly("20260302-foo-1");
    assertThat(facts.linked()).isEmpty();
  }

  @Test
  void mailsAboveComeFromBothHeaders() {
    MailFacts facts = facts(new ListMail("r@x").about("Re: it").answering("a@x", "b@x"));
    assertThat(facts.above()).extracting(MessageId::value).containsExactlyInAnyOrder("a@x", "b@x");
    assertThat(facts.kind()).isEqualTo(MailFacts.Kind.REPLY);
  }

  @Test
  void mailThatAnswersItselfDoesNot() {
    assertThat(facts(new ListMail("r@x").about("Re: it").answering("r@x")).above()).isEmpty();
  }

  @Test
  void ofThousandsOfReferencesTheFirstAndTheLastAreKept() {
    String[] many = IntStream.range(0, 5000).mapToObj(i -> i + "@x").toArray(String[]::new);
    assertThat(facts(new ListMail("r@x").answering(many)).above())
        .hasSize(257)
        .contains(new MessageId("0@x"), new MessageId("4999@x"))
        .doesNotContain(new MessageId("1@x"));
  }

  @Test
  void titleIsItsWords() {
    assertThat(SearchText.of("[PATCH v2] Foo_bar:  “Größe” — 日本!"))
        .isEqualTo(" patch v2 foo bar größe 日本 ");
    assertThat(SearchText.of("...")).isEqualTo(" ");
    assertThat(SearchText.of("")).isEqualTo(" ");
  }

  private static String text(ListMail mail) {
    return mail.text();
  }

  private static MailFacts facts(ListMail mail) {
    return MailFactsReader.read(RawMessage.of(Octets.utf8(mail.text()), new Locator("mail", 0)))
        .facts();
  }
}
