package dev.reroll.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.message.MessageId;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The base and the change-id that tools write below the diff of a single patch. */
class FootersTest {
  private static final String BASE = "087b92215872752b2b529c15a39b719000bcb287";
  private static final String CHANGE = "20260205-thing-0123456789ab";

  @Test
  void gitWritesTheBaseAboveTheSignature() {
    assertThat(only("\nbase-commit: " + BASE + "\n-- \n2.39.5\n\n").baseCommit()).contains(BASE);
    assertThat(only("\nbase-commit: " + BASE + "\n-- \nTilda\n\n").baseCommit()).contains(BASE);
    assertThat(only("\nbase-commit: " + BASE + "\n\n").baseCommit()).contains(BASE);
    assertThat(only("-- \n2.39.5\nbase-commit: " + BASE + "\n").baseCommit()).contains(BASE);
  }

  @Test
  void aListMayAddItsFooterBelow() {
    String list = "_____\nqueue mailing list\nqueue@lists.example.org\n";
    assertThat(only("\nbase-commit: " + BASE + "\n-- \n2.39.5\n\n" + list).baseCommit())
        .contains(BASE);
  }

  @Test
  void b4WritesBothAboveTheGreeting() {
    String block =
        "\n---\nbase-commit: %s\nchange-id: %s\nprerequisite-patch-id: 1111111\n"
            .formatted(BASE, CHANGE);
    SeriesVersion version = only(block + "\nBest regards,\n-- \nTilda <tilda@example.org>\n\n");
    assertThat(version.baseCommit()).contains(BASE);
    assertThat(version.changeId()).contains(CHANGE);
  }

  @Test
  void onlyLinesBelowTheDiffCount() {
    assertThat(only("> base-commit: " + BASE + "\n-- \n2.39.5\n").baseCommit()).isEmpty();
    String message = "Like this mail:\n\nbase-commit: " + BASE + "\n\nSigned-off-by: A <a@b.org>";
    assertThat(version(mail("a", "[PATCH] io: read", message, "-- \n2.39.5\n")).baseCommit())
        .isEmpty();
    String other = "1" + BASE.substring(1);
    assertThat(
            version(mail("a", "[PATCH] io: read", message, "\nbase-commit: " + other + "\n"))
                .baseCommit())
        .contains(other);
  }

  @Test
  void theSameChangeIdTiesSinglePatches() {
    String footer = "\n---\nchange-id: " + CHANGE + "\n\nBest regards,\n-- \nTilda\n";
    SeriesBag bag =
        collect(
            mail("a", "[PATCH] io: read all", "Why.", footer),
            mail("b", "[PATCH v2] block: fill the buffer", "Because.", footer)
                .replace("+new", "+quite another line"));
    assertThat(Linked.lines(bag)).containsExactly("v1", "v1 <- v2 (same change-id)");
  }

  private static SeriesVersion only(String footer) {
    return version(mail("a", "[PATCH] io: read", "Why.", footer));
  }

  private static SeriesVersion version(String mail) {
    return collect(mail).lineages().get(0).newest();
  }

  private static SeriesBag collect(String... mails) {
    List<MailItem> items = new ArrayList<>();
    MailReader reader = new MailReader(found -> {});
    for (String mail : mails) {
      String id = mail.substring(mail.indexOf('<') + 1, mail.indexOf('>'));
      items.addAll(
          reader.read(
              new RawMessage(
                  Optional.of(new MessageId(id)), Octets.utf8(mail), new Locator("t.mbox", 0))));
    }
    return SeriesCollector.collect(items);
  }

  private static String mail(String id, String subject, String message, String footer) {
    return """
    Message-ID: <%1$s@example.org>
    From: %1$s@example.org
    Subject: %2$s
    Date: 5 Feb 2026 10:00:00 +0000

    %3$s
    ---
     f | 2 +-

    diff --git a/%1$s b/%1$s
    index 0123456..89abcde 100644
    --- a/%1$s
    +++ b/%1$s
    @@ -1 +1 @@
    -old
    +new
    %4$s\
    """
        .formatted(id, subject, message, footer);
  }
}
