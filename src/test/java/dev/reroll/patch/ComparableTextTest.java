package dev.reroll.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.MailReader;
import dev.reroll.mail.PatchMail;
import dev.reroll.message.MailboxSplitter;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Locator;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ComparableTextTest {
  private static final Locator WHERE = new Locator("v1.mbox", 0);
  private static final String HEADERS =
      "From: Ada Lovelace <ada@example.org>\nSubject: [PATCH] io: read\n\n";
  private static final String FILE =
      "---\ndiff --git a/io.c b/io.c\nindex 1111111..2222222 100644\n--- a/io.c\n+++ b/io.c\n";

  private static String text(String mail) {
    Octets octets = Octets.wrap(mail.getBytes(StandardCharsets.ISO_8859_1));
    return comparable(octets, WHERE).text().decode(StandardCharsets.ISO_8859_1);
  }

  private static ComparablePatch comparable(Octets mail, Locator where) {
    RawMessage message = MailboxSplitter.split(mail, where.container()).get(0);
    PatchMail patch = (PatchMail) new MailReader(diagnostic -> {}).read(message).get(0);
    Patch parsed = DiffParser.parse(patch.diff(), where, diagnostic -> {});
    return ComparableText.of(patch, parsed);
  }

  @Test
  void bareDiffIsCalledByItsFile() {
    Octets diff = Octets.utf8("diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n");
    ComparablePatch patch = comparable(diff, new Locator("fix-io.diff", 0));
    assertThat(patch.subject()).isEqualTo(Octets.utf8("fix io"));
    assertThat(patch.text().toString()).startsWith(" ## Metadata ##\n\n ## Commit message ##\n");
  }

  @Test
  void formFeedAtTheEndOfAMessageLineIsNoWhiteSpace() {
    String mail = HEADERS + "page\f\nblank \t\n" + FILE + "@@ -1 +1 @@\n-a\n+b\n";
    assertThat(text(mail)).contains("\n    page\f\n    blank\n");
  }

  /** git cuts a heading before an octet that is no UTF-8, and leaves the blank before it. */
  @Test
  void blankAtTheEndOfAHeadingStays() {
    String mail = HEADERS + FILE + "@@ -9 +9 @@ long q(short \n-a\n+b\n";
    assertThat(text(mail)).contains("\n@@ io.c: long q(short \n-a\n");
  }
}
