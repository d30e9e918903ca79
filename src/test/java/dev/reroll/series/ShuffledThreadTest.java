package dev.reroll.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.message.MailboxSplitter;
import dev.reroll.message.RawMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShuffledThreadTest {
  private static String mail(String sender, int ordinal, String inReplyTo) {
    return "From mboxrd@z Thu Jan  1 00:00:00 1970\nFrom: "
        + sender
        + " <"
        + sender
        + "@example.org>\nMessage-Id: <"
        + ordinal
        + "@example.org>\n"
        + inReplyTo
        + "Subject: [PATCH "
        + ordinal
        + "/3] step "
        + ordinal
        + "\n\n---\ndiff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n+b\n\n";
  }

  private static List<Lineage> collect(String mailbox) {
    List<MailItem> items = new ArrayList<>();
    MailReader reader = new MailReader(diagnostic -> {});
    for (RawMessage message : MailboxSplitter.split(Octets.utf8(mailbox), "v1.mbox")) {
      items.addAll(reader.read(message));
    }
    return SeriesCollector.collect(items).lineages();
  }

  /** Several senders whose mails all answer a cover letter that is not in the mailbox. */
  @Test
  void patchesThatAnswerTheSameAbsentMailAreOneVersion() {
    String answer = "In-Reply-To: <cover@example.org>\n";
    String mailbox = mail("ada", 1, answer) + mail("bo", 2, answer) + mail("ada", 3, answer);
    List<Lineage> lineages = collect(mailbox);
    assertThat(lineages).hasSize(1);
    assertThat(lineages.get(0).newest().patches()).hasSize(3);
  }

  /** A thread without a cover letter, by several senders, that lies in its mailbox in any order. */
  @Test
  void patchBeforeTheMailThatItAnswersIsInTheSameVersion() {
    String answer = "In-Reply-To: <1@example.org>\n";
    String mailbox = mail("ada", 2, answer) + mail("bo", 1, "") + mail("chi", 3, answer);
    List<Lineage> lineages = collect(mailbox);
    assertThat(lineages).hasSize(1);
    assertThat(lineages.get(0).versions()).hasSize(1);
    assertThat(lineages.get(0).newest().patches()).hasSize(3);
  }
}
