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

/**
 * A v2 without a cover letter of its own, sent as an answer to that of v1.
 *
 * <pre>
 * [PATCH 0/2] cover
 *   [PATCH 1/2] one   [PATCH 2/2] two
 *   [PATCH v2 1/3] one   [PATCH v2 2/3] two   [PATCH v2 3/3] three
 * </pre>
 */
class VersionsBelowOneCoverTest {
  private static final String COVER = mail("PATCH 0/2", "cover", "");
  private static final String FIRST = patch("PATCH 1/2", "one") + patch("PATCH 2/2", "two");
  private static final String SECOND =
      patch("PATCH v2 1/3", "one") + patch("PATCH v2 2/3", "two") + patch("PATCH v2 3/3", "three");

  @Test
  void laterVersionIsNotMixedIntoTheFirst() throws Exception {
    assertThat(versions(COVER + FIRST + SECOND)).containsExactly("v1 of 2", "v2 of 3");
  }

  @Test
  void orderOfArrivalDoesNotMatter() throws Exception {
    assertThat(versions(COVER + SECOND + FIRST)).containsExactly("v1 of 2", "v2 of 3");
    assertThat(versions(SECOND + FIRST + COVER)).containsExactly("v1 of 2", "v2 of 3");
  }

  @Test
  void versionOfTheSameLengthFillsNoGapOfTheFirst() throws Exception {
    String second = patch("PATCH v2 1/2", "one") + patch("PATCH v2 2/2", "two");
    assertThat(versions(COVER + patch("PATCH 1/2", "one") + second))
        .containsExactly("v1 of 2, lacks [2]", "v2 of 2");
  }

  @Test
  void coverLetterMayLackTheNumberThatAllItsPatchesHave() throws Exception {
    String patches = patch("PATCH v2 1/2", "one") + patch("PATCH v2 2/2", "two");
    assertThat(versions(COVER + patches)).containsExactly("v2 of 2");
  }

  private static List<String> versions(String mailbox) throws Exception {
    MailReader reader = new MailReader(diagnostic -> {});
    List<MailItem> items = new ArrayList<>();
    for (RawMessage message : MailboxSplitter.split(Octets.utf8(mailbox), "thread.mbox")) {
      items.addAll(reader.read(message));
    }
    return SeriesCollector.collect(items).lineages().get(0).versions().stream()
        .map(VersionsBelowOneCoverTest::description)
        .toList();
  }

  private static String description(SeriesVersion version) {
    String missing = version.missing().isEmpty() ? "" : ", lacks " + version.missing();
    return version.label() + " of " + version.slots().size() + missing;
  }

  private static String patch(String tag, String title) {
    String diff =
        """

        ---
        --- a/%1$s.c
        +++ b/%1$s.c
        @@ -1 +1 @@
        -old
        +%1$s
        """;
    return mail(tag, title, "In-Reply-To: <PATCH-0-2@example.org>\n" + diff.formatted(title));
  }

  private static String mail(String tag, String title, String rest) {
    String head =
        """
        From mboxrd@z Thu Jan  1 00:00:00 1970
        From: Mira Holt <mira.holt@example.org>
        Subject: [%s] %s
        Message-ID: <%s@example.org>
        """;
    return head.formatted(tag, title, tag.replaceAll("[ /]", "-")) + rest + "\n";
  }
}
